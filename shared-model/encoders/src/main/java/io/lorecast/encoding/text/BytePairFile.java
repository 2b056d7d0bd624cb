package io.lorecast.encoding.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Vocabulary and settings of a byte level byte pair tokenizer, as a {@code tokenizer.json} has
 * them.
 *
 * @param vocabulary id by token, its bytes written in the {@link ByteAlphabet}
 * @param merges what two neighbours become, by {@link Merge#key}
 * @param words what the parts of a text are, within which bytes are merged
 * @param spaceFirst whether a text gets a space before it
 * @param composed whether a text is brought to Unicode's form NFC
 */
record BytePairFile(
    Map<String, Integer> vocabulary,
    Map<Long, Merge> merges,
    Pattern words,
    boolean spaceFirst,
    boolean composed,
    ControlTokens control) {

  /** GPT-2's: contractions, then letters, digits or signs with the space before them, spaces. */
  private static final String GPT2 =
      "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+";

  BytePairFile {
    vocabulary = Map.copyOf(vocabulary);
    merges = Map.copyOf(merges);
  }

  /**
   * Two tokens that become one.
   *
   * @param rank the lowest is merged first
   * @param id of the one
   */
  record Merge(int rank, int id) {
    static long key(int left, int right) {
      return (long) left << Integer.SIZE | right;
    }
  }

  /**
   * Reads a {@code tokenizer.json}.
   *
   * @throws IOException if it is no byte level byte pair tokenizer
   */
  static BytePairFile of(JsonNode root) throws IOException {
    JsonNode model = root.path("model");
    Map<String, Integer> vocabulary = new HashMap<>();
    model.path("vocab").forEachEntry((token, id) -> vocabulary.put(token, id.intValue()));
    JsonNode split = part(root.path("pre_tokenizer"), "Split");
    JsonNode bytes = part(root.path("pre_tokenizer"), "ByteLevel");
    if (bytes == null) {
      throw new IOException("expected a ByteLevel pre-tokenizer");
    }
    return new BytePairFile(
        vocabulary,
        merges(model.path("merges"), vocabulary),
        words(split == null ? GPT2 : split.path("pattern").path("Regex").asText()),
        bytes.path("add_prefix_space").asBoolean(false),
        composed(root.path("normalizer")),
        ControlTokens.of(root));
  }

  /** Unicode's white space, as in the language these expressions were written for. */
  private static Pattern words(String regex) {
    return Pattern.compile(regex, Pattern.UNICODE_CHARACTER_CLASS);
  }

  private static boolean composed(JsonNode normalizer) throws IOException {
    if (normalizer.isNull() || normalizer.isMissingNode()) {
      return false;
    }
    if (normalizer.path("type").asText().equals("NFC")) {
      return true;
    }
    throw new IOException("a normalizer we do not know: " + normalizer.path("type"));
  }

  private static @Nullable JsonNode part(JsonNode preTokenizer, String type) {
    if (preTokenizer.path("type").asText().equals(type)) {
      return preTokenizer;
    }
    for (JsonNode part : preTokenizer.path("pretokenizers")) {
      if (part.path("type").asText().equals(type)) {
        return part;
      }
    }
    return null;
  }

  private static Map<Long, Merge> merges(JsonNode list, Map<String, Integer> vocabulary)
      throws IOException {
    Map<Long, Merge> merges = new HashMap<>();
    for (JsonNode merge : list) {
      // Older files write "a b", newer ones ["a", "b"].
      String[] pair =
          merge.isArray()
              ? new String[] {merge.path(0).asText(), merge.path(1).asText()}
              : merge.asText().split(" ", 2);
      Integer left = vocabulary.get(pair[0]);
      Integer right = vocabulary.get(pair[1]);
      Integer both = vocabulary.get(pair[0] + pair[1]);
      if (left == null || right == null || both == null) {
        throw new IOException("a merge of tokens that are not in the vocabulary: " + merge);
      }
      merges.put(Merge.key(left, right), new Merge(merges.size(), both));
    }
    return merges;
  }
}
