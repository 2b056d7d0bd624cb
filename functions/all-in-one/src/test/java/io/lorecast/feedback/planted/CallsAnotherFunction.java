package io.lorecast.feedback.planted;

import io.lorecast.kgupdated.planted.IsCalled;

/** Planted: a function that calls another. */
final class CallsAnotherFunction {
  Object call() {
    return new IsCalled();
  }
}
