package io.lorecast.encoding.text;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Learns a byte level vocabulary from texts and writes it as GPT-2's {@code tokenizer.json}: the
 * 256 bytes, {@code <|endoftext|>}, and what merging the commonest pair again and again makes.
 */
public final class BytePairTraining {

  /** The id of {@code <|endoftext|>}. */
  public static final int END_OF_TEXT = 256;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Integer> vocabulary = new LinkedHashMap<>();
  private final List<List<String>> merges = new ArrayList<>();

  private BytePairTraining(List<String> texts, int count) {
    for (int b = 0; b < 256; b++) {
      vocabulary.put(String.valueOf(ByteAlphabet.of((byte) b)), b);
    }
    vocabulary.put("<|endoftext|>", END_OF_TEXT);
    List<List<String>> words = new ArrayList<>();
    for (String text : texts) {
      // Whole texts and no words: so that a wrong split would be seen, for then merges cross it.
      List<String> symbols = new ArrayList<>();
      for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
        symbols.add(String.valueOf(ByteAlphabet.of(b)));
      }
      words.add(symbols);
    }
    while (merges.size() < count) {
      List<String> pair = commonest(words);
      merges.add(pair);
      vocabulary.putIfAbsent(pair.get(0) + pair.get(1), vocabulary.size());
      words.forEach(word -> merge(word, pair));
    }
  }

  /**
   * Returns a {@code tokenizer.json}.
   *
   * @param merges how many pairs are merged
   * @param asPairs whether they are written in the newer of the two ways
   * @param prefixSpace whether a text gets a space before it
   */
  public static String train(List<String> texts, int merges, boolean asPairs, boolean prefixSpace) {
    return new BytePairTraining(texts, merges).json(asPairs, prefixSpace).toString();
  }

  private static List<String> commonest(List<List<String>> words) {
    Map<List<String>, Integer> counts = new HashMap<>();
    for (List<String> word : words) {
      for (int i = 0; i + 1 < word.size(); i++) {
        counts.merge(List.of(word.get(i), word.get(i + 1)), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .max(
            Map.Entry.<List<String>, Integer>comparingByValue()
                .thenComparing(entry -> entry.getKey().toString(), Comparator.naturalOrder()))
        .orElseThrow()
        .getKey();
  }

  private static void merge(List<String> word, List<String> pair) {
    for (int i = 0; i + 1 < word.size(); i++) {
      if (word.subList(i, i + 2).equals(pair)) {
        word.set(i, pair.get(0) + pair.get(1));
        word.remove(i + 1);
      }
    }
  }

  private ObjectNode json(boolean asPairs, boolean prefixSpace) {
    ObjectNode root = JSON.createObjectNode().put("version", "1.0");
    root.putArray("added_tokens")
        .addObject()
        .put("id", END_OF_TEXT)
        .put("content", "<|endoftext|>")
        .put("single_word", false)
        .put("lstrip", false)
        .put("rstrip", false)
        .put("normalized", true)
        .put("special", true);
    root.putNull("normalizer");
    for (String part : List.of("pre_tokenizer", "post_processor")) {
      root.putObject(part)
          .put("type", "ByteLevel")
          .put("add_prefix_space", prefixSpace)
          .put("trim_offsets", false)
          .put("use_regex", true);
    }
    ObjectNode model = root.putObject("model").put("type", "BPE");
    vocabulary.forEach(model.putObject("vocab")::put);
    ArrayNode list = model.putArray("merges");
    for (List<String> pair : merges) {
      if (asPairs) {
        list.addArray().add(pair.get(0)).add(pair.get(1));
      } else {
        list.add(String.join(" ", pair));
      }
    }
    return root;
  }
}
