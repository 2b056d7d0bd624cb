package io.lorecast.encoding.image;

import io.lorecast.encoding.EncodedImage;
import io.lorecast.encoding.ImageEncoder;
import io.lorecast.encoding.ImageException;
import io.lorecast.encoding.ImageException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Videos as one vector: some frames, sampled evenly, encoded one by one and {@linkplain
 * EncodedImage#pool pooled}. Thread-safe; blocking, for as long as its frames take.
 */
public final class VideoEncoder {

  /** How the containers begin that {@link Ffmpeg} is given: MP4, Matroska, AVI, MPEG, Ogg, FLV. */
  private static final String VIDEO =
      "(........66747970|1A45DFA3|52494646........41564920|000001B[A3]|4F676753|464C56).*";

  private static final int SHOWN = 12;

  private final ImageEncoder images;
  private final ImageLimits limits;
  private final int frames;
  private final Optional<Ffmpeg> ffmpeg;

  /**
   * Creates an encoder. It does not close {@code images}.
   *
   * @param frames at most so many of a video are looked at, at least 1; 8 is a good number
   * @param ffmpeg reads video files; without it, they are refused, and animations are still read
   */
  public VideoEncoder(
      ImageEncoder images, ImageLimits limits, int frames, Optional<Ffmpeg> ffmpeg) {
    if (frames < 1) {
      throw new IllegalArgumentException("frames must be at least 1, was " + frames);
    }
    this.images = images;
    this.limits = limits;
    this.frames = frames;
    this.ffmpeg = ffmpeg;
  }

  /**
   * Returns what the model makes of {@code file}: of a GIF, or of a video where ffmpeg is
   * installed, all sampled frames as one; of any other image, an animated WebP too, the first.
   *
   * @throws ImageException if it is neither, broken, beyond a limit, or a video that nothing here
   *     reads
   * @throws io.lorecast.encoding.EncodingException if the model cannot be run
   */
  public EncodedImage encode(byte[] file) {
    if (isVideo(file)) {
      return encodeVideo(file);
    }
    ImageDecoder decoder = new ImageDecoder(limits, System::nanoTime);
    return decoder.typeOf(file) == ImageType.GIF
        ? encodeAll(new AnimatedGif(decoder).frames(file, frames))
        : images.encode(file);
  }

  /**
   * Returns what the model makes of the video at {@code file}, all sampled frames as one.
   *
   * @throws ImageException if ffmpeg is not installed or cannot read it
   */
  public EncodedImage encode(Path file) {
    return encodeAll(installed().frames(file, frames));
  }

  /**
   * Returns what the model makes of a video that is a list of images, all sampled ones as one.
   *
   * @param video the frames as image files, in order, at least one
   */
  public EncodedImage encodeFrames(List<byte[]> video) {
    return encodeAll(FrameSampler.sample(video.size(), frames).stream().map(video::get).toList());
  }

  private EncodedImage encodeAll(List<byte[]> sampled) {
    return EncodedImage.pool(sampled.stream().map(images::encode).toList());
  }

  private EncodedImage encodeVideo(byte[] video) {
    installed();
    try (TemporaryFile file = new TemporaryFile(video)) {
      return encode(file.path());
    } catch (IOException e) {
      throw new ImageException(Reason.UNREACHABLE, "video", "room for a temporary file", "none", e);
    }
  }

  /** ffmpeg must be able to seek: an MP4 may have its table of contents at the end. */
  private record TemporaryFile(Path path) implements AutoCloseable {

    TemporaryFile(byte[] content) throws IOException {
      this(Files.write(Files.createTempFile("lorecast-", ".video"), content));
    }

    @Override
    public void close() throws IOException {
      Files.delete(path);
    }
  }

  private Ffmpeg installed() {
    return ffmpeg.orElseThrow(
        () ->
            new ImageException(
                Reason.NO_PROGRAM,
                "video",
                "an image, or ffmpeg to be installed",
                "a video and no ffmpeg"));
  }

  private static boolean isVideo(byte[] file) {
    byte[] start = Arrays.copyOf(file, Math.min(SHOWN, file.length));
    return HexFormat.of().withUpperCase().formatHex(start).matches(VIDEO);
  }
}
