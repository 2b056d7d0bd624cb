package io.lorecast.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.lorecast.fact.Fact;
import io.lorecast.knowledge.chat.Reply;
import io.lorecast.knowledge.chat.Reply.End;
import io.lorecast.knowledge.chat.UnusableAnswerException;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactAnswersTest {

  private static final String GOOD =
      "{\"facts\":[{\"relation\":\"theme\",\"object\":\"sea\",\"confidence\":0.5}]}";

  private final FactAnswers answers = new FactAnswers(new ObjectMapper());

  @Test
  void anAnswerIsReadAsItsFacts() {
    assertThat(answers.facts(text(End.COMPLETE, GOOD)))
        .containsExactly(new Fact("theme", "sea", .5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"```json\n%s\n```", "Here you are: %s", " %s\nI hope this helps."})
  void whatStandsAroundTheObjectIsLeftOut(String around) {
    assertThat(text(End.COMPLETE, around.formatted(GOOD))).isEqualTo(GOOD);
  }

  @Test
  void aRefusalSaysNothing() {
    assertThat(answers.facts(text(End.REFUSED, ""))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{}",
        "{\"facts\":{}}",
        "{\"facts\":[null]}",
        "{\"facts\":[{\"relation\":\"theme\",\"object\":\"sea\"}]}",
        "{\"facts\":[{\"relation\":\"theme\",\"object\":\"sea\",\"confidence\":\"high\"}]}",
        "{\"facts\":[{\"relation\":\"theme\",\"object\":\"sea\",\"confidence\":1,\"id\":\"x\"}]}",
        "{\"facts\":[],\"removed\":[]}"
      })
  void whatDoesNotFitTheSchemaIsOfNoUse(String text) {
    assertThatThrownBy(() -> text(End.COMPLETE, text)).isInstanceOf(UnusableAnswerException.class);
  }

  @Test
  void whatWasCutOffIsOfNoUseAndNamesTheSetting() {
    assertThatThrownBy(() -> text(End.CUT_OFF, GOOD))
        .isInstanceOf(UnusableAnswerException.class)
        .hasMessageContaining("lorecast.knowledge.answer-tokens");
  }

  @Test
  void aFailureDoesNotRepeatTheWordsOfTheAnswer() {
    assertThatThrownBy(() -> text(End.COMPLETE, "{\"secret\":1}"))
        .hasMessage("the answer did not fit its schema");
  }

  @Test
  void theSchemaNamesTheRelations() {
    assertThat(FactAnswers.schema(List.of("theme", "so-called \"mood\"")))
        .contains(
            "\"relation\":{\"type\":\"string\",\"enum\":[\"so-called \\\"mood\\\"\",\"theme\"]}");
  }

  private String text(End end, String words) {
    return answers.text(new Reply(end, words, OptionalLong.empty()));
  }
}
