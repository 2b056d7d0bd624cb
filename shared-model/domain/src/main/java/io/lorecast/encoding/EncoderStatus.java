package io.lorecast.encoding;

/**
 * What an encoder runs on, for people who watch it.
 *
 * @param version see {@link Encoder#version()}
 * @param dimension see {@link Encoder#dimension()}
 * @param device {@code cpu} or {@code cuda}
 * @param provider what executes the model there, by its own name
 * @param precision of the weights: {@code fp32}, {@code fp16} or {@code int8}
 */
public record EncoderStatus(
    String version, int dimension, String device, String provider, String precision) {}
