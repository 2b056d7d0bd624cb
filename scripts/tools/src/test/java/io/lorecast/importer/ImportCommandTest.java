package io.lorecast.importer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lorecast.data.TestFiles;
import io.lorecast.importer.ImportFixture.Result;
import io.lorecast.importer.TestReceiver.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sent, in which order and how often, when all goes well. */
class ImportCommandTest {

  private ImportFixture fixture;

  @BeforeEach
  void start(@TempDir Path directory) throws IOException {
    fixture = new ImportFixture(directory);
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void sendsItemsThenTriplesThenFeedbackThenARefresh() throws IOException {
    fixture.writeItems("tea", "salt");
    fixture.writeEdges(2);
    fixture.writeLikes(2);

    Result result = fixture.run();

    assertThat(result.exitCode()).isZero();
    assertThat(fixture.receiver.posted())
        .extracting(event -> event.path("type").asText())
        .containsExactly(
            "io.lorecast.item-added.v1",
            "io.lorecast.item-added.v1",
            "io.lorecast.kg-updated.v1",
            "io.lorecast.feedback.v1",
            "io.lorecast.feedback.v1",
            "io.lorecast.model-refresh.v1");
    assertThat(result.counts("items")).containsExactly(0L, 2L, 2L, 0L, 0L);
    assertThat(result.counts("triples")).containsExactly(0L, 2L, 2L, 0L, 0L);
    assertThat(result.counts("feedback")).containsExactly(0L, 2L, 2L, 0L, 0L);
    assertThat(fixture.hasState()).isFalse();
  }

  @Test
  void sendsStructuredCloudEventsWithoutAbsentFields() throws IOException {
    TestFiles.write(fixture.data, "items.jsonl", "{\"itemId\":\"茶\",\"name\":\"Tea\"}");

    fixture.run("--no-refresh");

    assertThat(fixture.receiver.posted()).hasSize(1);
    JsonNode event = fixture.receiver.posted().getFirst();
    assertThat(event.path("specversion").asText()).isEqualTo("1.0");
    assertThat(event.path("source").asText()).isEqualTo("/scripts/import");
    assertThat(event.path("datacontenttype").asText()).isEqualTo("application/json");
    assertThat(event.path("subject").asText()).isEqualTo("茶");
    assertThat(event.path("id").asText()).hasSize(32);
    assertThat(event.path("data").toString()).isEqualTo("{\"itemId\":\"茶\",\"name\":\"Tea\"}");
  }

  @Test
  void sendsFeedbackInTimeOrder() throws IOException {
    TestFiles.write(
        fixture.data,
        "feedback.tsv",
        "feedbackId\tuserId\titemId\tkind\toccurredAt",
        "late\tana\ttea\tlike\t2026-03-01T00:00:00Z",
        "unknown\tana\ttea\tlike\t",
        "early\tana\ttea\tlike\t2026-01-01T00:00:00Z",
        "early-too\tana\ttea\tlike\t2026-01-01T00:00:00Z");

    fixture.run("--in-flight", "1");

    assertThat(ImportFixture.feedbackIds(fixture.receiver.posted("feedback")))
        .containsExactly("early", "early-too", "late", "unknown");
    assertThat(fixture.receiver.posted("feedback").getFirst().at("/data/occurredAt").asText())
        .isEqualTo("2026-01-01T00:00:00Z");
  }

  @Test
  void sendsEdgesInEventsOfAtMost200() throws IOException {
    fixture.writeEdges(450);

    Result result = fixture.run();

    assertThat(fixture.receiver.posted("kg-updated"))
        .extracting(event -> event.at("/data/added").size())
        .containsExactlyInAnyOrder(200, 200, 50);
    assertThat(result.counts("triples")).containsExactly(0L, 450L, 450L, 0L, 0L);
  }

  @Test
  void aSecondImportSendsTheSameEventsUnderTheSameIds() throws IOException {
    fixture.writeItems("tea", "salt");
    fixture.writeEdges(300);
    fixture.writeLikes(5);

    fixture.run("--no-refresh");
    Set<JsonNode> first = new HashSet<>(fixture.receiver.posted());
    fixture.receiver.forget();
    fixture.run("--no-refresh");

    assertThat(first).hasSize(9);
    assertThat(fixture.receiver.posted()).containsExactlyInAnyOrderElementsOf(first);
  }

  @Test
  void countsWhatTheReceiverKnewAlready() throws IOException {
    fixture.writeLikes(3);
    fixture.receiver.answer(
        event ->
            event.at("/data/feedbackId").asText().equals("f2")
                ? new Reply(200, "{\"data\":{\"userId\":\"ana\",\"outcome\":\"duplicate\"}}")
                : new Reply(200, "{\"data\":{\"userId\":\"duplicate\",\"outcome\":\"applied\"}}"));

    Result result = fixture.run("--no-refresh");

    assertThat(result.counts("feedback")).containsExactly(0L, 3L, 3L, 1L, 0L);
  }

  @Test
  void keepsAsManyRequestsInFlightAsAskedForAndNoMore() throws IOException {
    fixture.writeLikes(12);
    CyclicBarrier four = new CyclicBarrier(4);
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    fixture.receiver.answer(
        event -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          boolean met = meets(four);
          now.decrementAndGet();
          return met ? Reply.TAKEN : new Reply(400, "");
        });

    Result result = fixture.run("--no-refresh", "--in-flight", "4");

    assertThat(result.exitCode()).isZero();
    assertThat(most).hasValue(4);
  }

  @Test
  void sendsTheApiKey() throws IOException {
    fixture.writeItems("tea");

    fixture.run("--no-refresh", "--api-key", "open sesame");

    assertThat(fixture.receiver.apiKeys()).containsExactly("open sesame");
  }

  @Test
  void importsPackedFilesAndEmptyOnes() throws IOException {
    TestFiles.writePacked(fixture.data, "items.jsonl.gz", "{\"itemId\":\"tea\",\"name\":\"Tea\"}");
    TestFiles.write(fixture.data, "feedback.tsv", "feedbackId\tuserId\titemId\tkind");

    Result result = fixture.run();

    assertThat(result.exitCode()).isZero();
    assertThat(result.counts("items")).containsExactly(0L, 1L, 1L, 0L, 0L);
    assertThat(result.counts("feedback")).containsExactly(0L, 0L, 0L, 0L, 0L);
  }

  private static boolean meets(CyclicBarrier barrier) {
    try {
      barrier.await(30, TimeUnit.SECONDS);
      return true;
    } catch (Exception e) {
      return false;
    }
  }
}
