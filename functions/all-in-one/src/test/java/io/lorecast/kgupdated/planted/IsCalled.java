package io.lorecast.kgupdated.planted;

/** Planted: the function that is called. */
public final class IsCalled {}
