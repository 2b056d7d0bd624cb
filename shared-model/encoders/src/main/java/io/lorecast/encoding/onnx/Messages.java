package io.lorecast.encoding.onnx;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;

/** Protocol buffers read and written field by field, without classes made for them. */
final class Messages {

  private Messages() {}

  /** What is done within a message. */
  interface Reading {
    void read() throws IOException;
  }

  /** What stands in a message. */
  interface Writing {
    void write(CodedOutputStream output) throws IOException;
  }

  /** Reads the messages in {@code fields} of the message that begins here, and skips all else. */
  static void inEach(CodedInputStream input, Set<Integer> fields, Reading reading)
      throws IOException {
    for (int tag = input.readTag(); tag != 0; tag = input.readTag()) {
      if (fields.contains(WireFormat.getTagFieldNumber(tag))) {
        within(input, reading);
      } else {
        input.skipField(tag);
      }
    }
  }

  /** Reads the message whose length stands here. */
  private static void within(CodedInputStream input, Reading reading) throws IOException {
    int limit = input.pushLimit(input.readRawVarint32());
    reading.read();
    input.popLimit(limit);
  }

  /** Returns the bytes of a message. */
  static byte[] message(Writing writing) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream output = CodedOutputStream.newInstance(bytes);
    writing.write(output);
    output.flush();
    return bytes.toByteArray();
  }
}
