package io.lorecast.recommend;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lorecast.events.RecommendRequest;
import io.lorecast.model.InvalidEventException;
import io.lorecast.model.ItemId;
import io.lorecast.ranking.ScoredItem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Where a list goes on. It carries what was answered before, so that the next page never repeats an
 * item, whatever has been learned meanwhile, and no process has to remember it. As text: base64 of
 * the deflated fingerprint of the request and ids, a line each.
 *
 * @param fingerprint of the request, so that a cursor of another request is noticed
 * @param answered best first
 */
record Cursor(String fingerprint, List<ItemId> answered) {

  /** How many items a list can have over all its pages. */
  static final int MOST_ANSWERED = 1_000;

  private static final int MOST_BYTES = 1_000_000;
  private static final int MOST_CHARACTERS = 200_000;

  /** What may differ from page to page. */
  private static final List<String> FREE =
      List.of("requestId", "k", "cursor", "session", "context");

  Cursor {
    answered = List.copyOf(answered);
  }

  /**
   * Returns where {@code request} wants to go on: at the start if it does not say.
   *
   * @throws InvalidEventException if its cursor is none, or of another request
   */
  static Cursor of(RecommendRequest request, ObjectMapper json) {
    String fingerprint = fingerprint(request, json);
    if (request.cursor() == null) {
      return new Cursor(fingerprint, List.of());
    }
    Cursor given = decode(request.cursor());
    if (!given.fingerprint.equals(fingerprint)) {
      throw new InvalidEventException(
          "cursor", "must be that of the same request, was of another one");
    }
    return given;
  }

  /**
   * Returns the cursor after {@code page}; empty if the list ends there.
   *
   * @param k how many items were asked for
   */
  Optional<String> after(List<ScoredItem> page, int k) {
    if (page.size() < k || answered.size() + page.size() >= MOST_ANSWERED) {
      return Optional.empty();
    }
    List<ItemId> all = new ArrayList<>(answered);
    page.forEach(item -> all.add(item.id()));
    return Optional.of(new Cursor(fingerprint, all).encode())
        .filter(text -> text.length() <= MOST_CHARACTERS);
  }

  String encode() {
    StringBuilder lines = new StringBuilder(fingerprint);
    answered.forEach(item -> lines.append('\n').append(item.value()));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
      deflater.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  static Cursor decode(String text) {
    try {
      byte[] deflated = Base64.getUrlDecoder().decode(text);
      byte[] bytes =
          new InflaterInputStream(new ByteArrayInputStream(deflated)).readNBytes(MOST_BYTES);
      List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
      if (lines.isEmpty() || lines.size() > MOST_ANSWERED) {
        throw new IllegalArgumentException("a cursor has 1 to " + MOST_ANSWERED + " lines");
      }
      List<ItemId> items = lines.stream().skip(1).map(ItemId::new).toList();
      return new Cursor(lines.getFirst(), items);
    } catch (IOException | IllegalArgumentException malformed) {
      throw new InvalidEventException("cursor", "must be the nextCursor of an answer");
    }
  }

  private static String fingerprint(RecommendRequest request, ObjectMapper json) {
    ObjectNode asked = json.valueToTree(request);
    asked.remove(FREE);
    CRC32 checksum = new CRC32();
    checksum.update(asked.toString().getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(checksum.getValue());
  }
}
