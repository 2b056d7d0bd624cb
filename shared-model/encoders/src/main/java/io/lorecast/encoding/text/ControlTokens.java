package io.lorecast.encoding.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The control tokens of a model.
 *
 * @param before what every text begins with, for example {@code [CLS]}; may be empty
 * @param after what every text ends with, for example {@code [SEP]}; may be empty
 * @param filler stands behind shorter texts of a batch, and for a text without any token; {@code
 *     [PAD]}, or the end of text where a model has no padding
 */
public record ControlTokens(List<Integer> before, List<Integer> after, int filler) {

  public ControlTokens {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** Returns how many of them stand around a text. */
  public int count() {
    return before.size() + after.size();
  }

  /**
   * Reads them from a {@code tokenizer.json}: what its post processor puts around a single text.
   *
   * @throws IOException if the post processor is of a kind we do not know
   */
  static ControlTokens of(JsonNode file) throws IOException {
    List<Integer> before = new ArrayList<>();
    List<Integer> after = new ArrayList<>();
    read(file.path("post_processor"), before, after);
    return new ControlTokens(before, after, filler(file));
  }

  private static void read(JsonNode processor, List<Integer> before, List<Integer> after)
      throws IOException {
    switch (processor.path("type").asText("")) {
      case "TemplateProcessing" -> readTemplate(processor, before, after);
      case "BertProcessing", "RobertaProcessing" -> {
        before.add(processor.path("cls").path(1).intValue());
        after.add(processor.path("sep").path(1).intValue());
      }
      case "Sequence" -> {
        for (JsonNode part : processor.path("processors")) {
          read(part, before, after);
        }
      }
      case "", "ByteLevel" -> {} // adds nothing
      default -> throw new IOException("a post processor we do not know: " + processor.get("type"));
    }
  }

  private static void readTemplate(JsonNode template, List<Integer> before, List<Integer> after)
      throws IOException {
    List<Integer> side = before;
    for (JsonNode part : template.path("single")) {
      if (part.has("Sequence")) {
        side = after;
      } else {
        String token = part.path("SpecialToken").path("id").asText();
        JsonNode ids = template.path("special_tokens").path(token).path("ids");
        if (ids.isEmpty()) {
          throw new IOException("no id for " + token);
        }
        for (JsonNode id : ids) {
          side.add(id.intValue());
        }
      }
    }
  }

  private static int filler(JsonNode file) {
    JsonNode filler = file.path("padding").path("pad_id");
    for (JsonNode token : file.path("added_tokens")) {
      boolean padding = token.path("content").asText().matches("\\[PAD]|<pad>");
      if (padding || (filler.isMissingNode() && token.path("special").asBoolean())) {
        filler = token.path("id");
      }
      if (padding) {
        break;
      }
    }
    return filler.asInt(0);
  }
}
