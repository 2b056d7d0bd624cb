package io.lorecast.sequence;

import io.lorecast.model.ItemId;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A {@link SequenceModel} as bytes, little-endian: a version, the start row, how many rows, and for
 * each, in the order of the ids, the length of its id in bytes, the id in UTF-8, and the row.
 */
public final class SequenceCodec {

  private static final int VERSION = 1;
  private static final int ROW_BYTES = SequenceRow.SIZE * Float.BYTES;

  private SequenceCodec() {}

  /** Returns the bytes of {@code model}; the same for equal models. */
  public static byte[] encode(SequenceModel model) {
    List<Map.Entry<ItemId, float[]>> rows =
        model.rows().entrySet().stream()
            .sorted(Map.Entry.comparingByKey(java.util.Comparator.comparing(ItemId::value)))
            .toList();
    int size = 2 * Integer.BYTES + ROW_BYTES;
    for (Map.Entry<ItemId, float[]> row : rows) {
      size = Math.addExact(size, Integer.BYTES + bytes(row.getKey()).length + ROW_BYTES);
    }
    ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN).putInt(VERSION);
    put(out, model.start());
    out.putInt(rows.size());
    for (Map.Entry<ItemId, float[]> row : rows) {
      byte[] id = bytes(row.getKey());
      out.putInt(id.length).put(id);
      put(out, row.getValue());
    }
    return out.array();
  }

  /**
   * Returns the model that {@link #encode} wrote.
   *
   * @throws IllegalArgumentException if the bytes are no model of a version this code can read
   */
  public static SequenceModel decode(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    try {
      int version = in.getInt();
      if (version != VERSION) {
        throw new IllegalArgumentException(
            "version of the sequence rows must be %d, was %d".formatted(VERSION, version));
      }
      float[] start = row(in);
      int count = in.getInt();
      Map<ItemId, float[]> rows = new HashMap<>();
      for (int i = 0; i < count; i++) {
        ItemId item = item(in);
        rows.put(item, row(in));
      }
      return new SequenceModel(rows, start);
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("sequence rows end early, at " + bytes.length, e);
    }
  }

  private static ItemId item(ByteBuffer in) {
    int length = in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new IllegalArgumentException("an id of sequence rows is " + length + " bytes long");
    }
    byte[] id = new byte[length];
    in.get(id);
    return new ItemId(new String(id, StandardCharsets.UTF_8));
  }

  private static float[] row(ByteBuffer in) {
    float[] row = new float[SequenceRow.SIZE];
    for (int i = 0; i < row.length; i++) {
      row[i] = in.getFloat();
    }
    return row;
  }

  private static void put(ByteBuffer out, float[] row) {
    for (float value : row) {
      out.putFloat(value);
    }
  }

  private static byte[] bytes(ItemId item) {
    return item.value().getBytes(StandardCharsets.UTF_8);
  }
}
