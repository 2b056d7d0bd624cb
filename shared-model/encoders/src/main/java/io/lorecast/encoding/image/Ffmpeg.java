package io.lorecast.encoding.image;

import io.lorecast.encoding.ImageException;
import io.lorecast.encoding.ImageException.Reason;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Reads frames of video files with the program ffmpeg, where it is installed. It runs in processes
 * of its own, so that what a file does to a decoder does not happen here. Thread-safe.
 */
public final class Ffmpeg {

  private static final Pattern DURATION =
      Pattern.compile("Duration: (\\d+):(\\d\\d):(\\d\\d(?:\\.\\d+)?)");

  /** Nothing that lists other files, which then would be read too. */
  private static final String CONTAINERS =
      "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpeg,mpegts,ogg,flv";

  /** Large enough for every model, and small enough to be handed on at no cost. */
  private static final String SCALE = "scale='min(512,iw)':-2";

  private final String program;
  private final Duration timeout;

  private Ffmpeg(String program, Duration timeout) {
    this.program = program;
    this.timeout = timeout;
  }

  /**
   * Finds the program; call it once, at the start.
   *
   * @param program its name or path, for example {@code ffmpeg}
   * @param timeout of each of its runs, one for each frame and one before; above 0
   * @return empty if it is not installed
   */
  public static Optional<Ffmpeg> find(String program, Duration timeout) {
    return Subprocess.run(List.of(program, "-version"), timeout)
        .filter(version -> version.exitCode() == 0)
        .map(version -> new Ffmpeg(program, timeout));
  }

  /**
   * Returns at most {@code wanted} frames of {@code video}, sampled evenly, as image files.
   *
   * @throws ImageException if it is no video, or reading it takes too long
   */
  List<byte[]> frames(Path video, int wanted) {
    Optional<Double> seconds = seconds(video);
    // A stream that does not say how long it is has a first frame all the same.
    int parts = seconds.isPresent() ? wanted : 1;
    List<byte[]> frames =
        IntStream.range(0, parts)
            .mapToObj(i -> frame(video, seconds.orElse(0.) * (2 * i + 1) / (2 * parts)))
            .filter(frame -> frame.length > 0)
            .toList();
    if (frames.isEmpty()) {
      throw new ImageException(Reason.CORRUPT, "video", "a video that ffmpeg reads", "no frame");
    }
    return frames;
  }

  private Optional<Double> seconds(Path video) {
    // Asked for no output it fails, after it has said what it found.
    String found = new String(run(video, List.of(), List.of()).errors(), StandardCharsets.UTF_8);
    Matcher duration = DURATION.matcher(found);
    return duration.find()
        ? Optional.of(
            Integer.parseInt(duration.group(1)) * 3600
                + Integer.parseInt(duration.group(2)) * 60
                + Double.parseDouble(duration.group(3)))
        : Optional.empty();
  }

  private byte[] frame(Path video, double second) {
    return run(
            video,
            List.of("-ss", String.format(Locale.ROOT, "%.3f", second)),
            List.of("-an", "-vf", SCALE, "-frames:v", "1", "-f", "image2pipe", "-c:v", "png", "-"))
        .output();
  }

  private Subprocess run(Path video, List<String> before, List<String> after) {
    List<String> command = new ArrayList<>(List.of(program, "-hide_banner", "-nostdin"));
    command.addAll(before);
    command.addAll(List.of("-protocol_whitelist", "file", "-format_whitelist", CONTAINERS));
    // With the protocol before it, no path is taken for an option or for another protocol.
    command.addAll(List.of("-i", "file:" + video.toAbsolutePath()));
    command.addAll(after);
    return Subprocess.run(command, timeout)
        .orElseThrow(
            () ->
                new ImageException(
                    Reason.NO_PROGRAM, "video", program + " to run", "that it does not"));
  }
}
