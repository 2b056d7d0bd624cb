package io.lorecast.models.tfjs;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A protobuf message that is written field by field, in the order of the calls. */
final class OnnxMessage {

  /** What a field is written by. */
  @FunctionalInterface
  private interface Field {
    void write(CodedOutputStream out) throws IOException;
  }

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  OnnxMessage number(int field, long value) {
    return append(out -> out.writeInt64(field, value));
  }

  OnnxMessage real(int field, float value) {
    return append(out -> out.writeFloat(field, value));
  }

  OnnxMessage text(int field, String value) {
    return append(out -> out.writeString(field, value));
  }

  OnnxMessage data(int field, byte[] value) {
    return append(out -> out.writeByteArray(field, value));
  }

  OnnxMessage message(int field, OnnxMessage value) {
    return data(field, value.toByteArray());
  }

  byte[] toByteArray() {
    return bytes.toByteArray();
  }

  private OnnxMessage append(Field field) {
    try {
      CodedOutputStream out = CodedOutputStream.newInstance(bytes);
      field.write(out);
      out.flush();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
