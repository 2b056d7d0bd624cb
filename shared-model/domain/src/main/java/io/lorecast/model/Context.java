package io.lorecast.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds an interaction or a request: on what device, in which part of the day, where. Few
 * values, so that something can be learned of each.
 *
 * @param values for example {@code device:phone}, {@code daypart:evening}, {@code region:DE}; each
 *     once, in ascending order
 */
public record Context(List<String> values) {

  /** Nothing is known. */
  public static final Context NONE = new Context(List.of());

  /** What a device can be. */
  public static final Set<String> DEVICES =
      Set.of("phone", "tablet", "computer", "television", "other");

  private static final List<String> DAYPARTS = List.of("night", "morning", "afternoon", "evening");
  private static final int HOURS = 24;
  private static final Pattern REGION = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");

  public Context {
    values = values.stream().distinct().sorted().toList();
  }

  /**
   * Returns the context of these parts, each of which may be unknown.
   *
   * @param device one of {@link #DEVICES}
   * @param hour of the day there, 0 to 23; four parts of the day are told apart
   * @param timeZone in the IANA's words, from which the hour follows; not beside {@code hour}
   * @param region ISO 3166, {@code DE} or {@code DE-BE}
   * @param at when
   * @throws InvalidEventException if one of them cannot be meant
   */
  public static Context of(
      @Nullable String device,
      @Nullable Integer hour,
      @Nullable String timeZone,
      @Nullable String region,
      Instant at) {
    List<String> values = new ArrayList<>();
    if (device != null) {
      require(DEVICES.contains(device), "device", "one of the known ones", device);
      values.add("device:" + device);
    }
    if (timeZone != null) {
      require(hour == null, "timeZone", "absent where hour is given", timeZone);
      values.add(daypart(at.atZone(zone(timeZone)).getHour()));
    }
    if (hour != null) {
      require(hour >= 0 && hour < HOURS, "hour", "0 to 23", hour);
      values.add(daypart(hour));
    }
    if (region != null) {
      require(REGION.matcher(region).matches(), "region", "ISO 3166, as DE or DE-BE", region);
      values.add("region:" + region);
    }
    return new Context(values);
  }

  private static String daypart(int hour) {
    return "daypart:" + DAYPARTS.get(hour * DAYPARTS.size() / HOURS);
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      throw new InvalidEventException(
          "timeZone", "must be one of the IANA's, as Europe/Berlin, was " + name);
    }
  }

  private static void require(boolean holds, String field, String expected, Object came) {
    if (!holds) {
      throw new InvalidEventException(field, "must be " + expected + ", was " + came);
    }
  }
}
