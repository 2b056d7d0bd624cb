package io.lorecast.encoding.onnx;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A model that was found, in a folder or on the class path.
 *
 * @param name of its preset or folder
 * @param model where it lies
 * @param tokenizer its {@code tokenizer.json}
 * @param hash of all bytes that make its vectors: model and tokenizer
 * @param options how the preset or the files beside the model want it read
 */
record LocatedModel(
    String name, Path model, ModelFile.Source tokenizer, String hash, ModelOptions options) {

  private static final String MODEL = "model.onnx";
  private static final String TOKENIZER = "tokenizer.json";

  /**
   * Finds a model: a preset in the models folder or on the class path, or any folder with {@code
   * model.onnx} and {@code tokenizer.json}, by its path or its name in the models folder.
   *
   * @throws IOException saying where it was looked for and how to get it
   */
  static LocatedModel find(String name, EncoderSettings settings) throws IOException {
    Optional<Preset> preset = Preset.of(name);
    ModelOptions options = preset.map(Preset::options).orElse(ModelOptions.NONE);
    for (Path folder : folders(name, settings, preset)) {
      if (Files.isRegularFile(folder.resolve(MODEL))) {
        return inFolder(folder, options);
      }
    }
    if (preset.isEmpty()) {
      throw new FileNotFoundException(missing(name, settings));
    }
    return onClassPath(preset.get(), settings);
  }

  private static List<Path> folders(
      String name, EncoderSettings settings, Optional<Preset> preset) {
    Stream<Path> inModels = settings.modelsFolder().stream().map(models -> models.resolve(name));
    // A preset's name is never a path: a folder that happens to lie there is not meant.
    return (preset.isPresent() ? inModels : Stream.concat(inModels, Stream.of(Path.of(name))))
        .toList();
  }

  private static LocatedModel inFolder(Path folder, ModelOptions preset) throws IOException {
    Path tokenizer = folder.resolve(TOKENIZER);
    if (!Files.isRegularFile(tokenizer)) {
      throw new FileNotFoundException(folder + " has a " + MODEL + " but no " + TOKENIZER);
    }
    StringBuilder hashes = new StringBuilder();
    for (Path file : weights(folder)) {
      hashes.append(Hash.of(() -> Files.newInputStream(file)));
    }
    return located(
        folder.toAbsolutePath().normalize().getFileName().toString(),
        new ModelFile(folder.resolve(MODEL), hashes.toString()),
        () -> Files.newInputStream(tokenizer),
        preset.or(SideFiles.read(folder)));
  }

  /** Returns the model, and files of weights that are kept apart as large models have them. */
  private static List<Path> weights(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(MODEL))
          .sorted()
          .toList();
    }
  }

  private static LocatedModel onClassPath(Preset preset, EncoderSettings settings)
      throws IOException {
    if (LocatedModel.class.getResource(preset.model()) == null) {
      throw new FileNotFoundException(missing(preset, settings));
    }
    return located(
        preset.label(),
        ModelFile.unpack(() -> resource(preset.model()), settings.cacheFolder()),
        () -> resource(preset.tokenizer()),
        preset.options());
  }

  private static LocatedModel located(
      String name, ModelFile model, ModelFile.Source tokenizer, ModelOptions options)
      throws IOException {
    String hash = Hash.of(model.hash() + Hash.of(tokenizer));
    return new LocatedModel(name, model.path(), tokenizer, hash, options);
  }

  private static InputStream resource(String name) throws FileNotFoundException {
    InputStream stream = LocatedModel.class.getResourceAsStream(name);
    if (stream == null) {
      throw new FileNotFoundException(name + " is not on the class path");
    }
    return stream;
  }

  static String missing(Preset preset, EncoderSettings settings) {
    return "model %s is neither in %s nor on the class path as %s; fill a models folder with scripts/models %s, or add the artifact %s"
        .formatted(
            preset.label(),
            settings
                .modelsFolder()
                .map(models -> models.resolve(preset.label()).resolve(MODEL).toString())
                .orElse("a models folder (none is configured)"),
            preset.model(),
            preset.label(),
            preset.artifact());
  }

  private static String missing(String name, EncoderSettings settings) {
    return "model %s is none of the presets %s, and there is no %s in %s"
        .formatted(name, Preset.labels(), MODEL, folders(name, settings, Optional.empty()));
  }
}
