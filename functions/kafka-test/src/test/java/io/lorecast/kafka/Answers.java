package io.lorecast.kafka;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What was answered to feedback, each answer once, in the order of each user. */
final class Answers {

  private static final Pattern FEEDBACK_ID = Pattern.compile("\"feedbackId\":\"([^\"/]+)/(\\d+)\"");

  private final Set<String> ids = new HashSet<>();
  private final Map<String, List<Integer>> numbers = new LinkedHashMap<>();

  /** Adds an answer; one with an id that was there before is the same answer again. */
  void add(ConsumerRecord<String, String> record) {
    String id = new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
    Matcher feedback = FEEDBACK_ID.matcher(record.value());
    if (!feedback.find()) {
      throw new IllegalArgumentException("no answer to feedback: " + record.value());
    }
    if (ids.add(id)) {
      numbers
          .computeIfAbsent(feedback.group(1), unused -> new ArrayList<>())
          .add(Integer.parseInt(feedback.group(2)));
    }
  }

  /** Returns how many different answers there were. */
  int size() {
    return ids.size();
  }

  /** Returns the numbers of each user's events, in the order in which they were answered. */
  Map<String, List<Integer>> numbers() {
    return numbers;
  }
}
