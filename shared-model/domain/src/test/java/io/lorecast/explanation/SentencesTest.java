package io.lorecast.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lorecast.model.EntityId;
import io.lorecast.model.InvalidEventException;
import io.lorecast.model.ItemId;
import io.lorecast.ranking.Counterfactual;
import io.lorecast.ranking.MetItem;
import io.lorecast.ranking.Reason;
import io.lorecast.ranking.Reason.Node;
import io.lorecast.ranking.Reason.Step;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

  private static final MetItem LIKED = new MetItem(new ItemId("a"), "Spirited Away", true);
  private static final MetItem MET = new MetItem(new ItemId("a"), "Spirited Away", false);
  private static final Node A = new Node(new EntityId("item:a"), "Spirited Away");
  private static final Node B = new Node(new EntityId("item:b"), "Princess Mononoke");
  private static final Node HAYAO = new Node(new EntityId("person:H"), "Hayao Miyazaki");

  private final Sentences english = Sentences.in("en");
  private final Sentences chinese = Sentences.in("zh");

  @ParameterizedTest
  @CsvSource({
    "USER, Because you liked",
    "MEMBER, Because one of you liked",
    "SESSION, Because you looked at",
    "ITEM, Like"
  })
  void aReasonSpeaksOfItsSubject(Subject subject, String opening) {
    Reason reason =
        new Reason(Reason.Kind.CONTENT, Optional.of(LIKED), List.of(), false, Optional.empty());

    assertThat(english.of(reason, subject))
        .isEqualTo(opening + " Spirited Away: what is said of the two is alike.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          director     | same director, Hayao Miyazaki          | 同一导演（Hayao Miyazaki）
          has_genre    | same genre, Hayao Miyazaki             | 同一类型（Hayao Miyazaki）
          Written-By   | also written by Hayao Miyazaki         | 都由Hayao Miyazaki撰写
          written_by   | also written by Hayao Miyazaki         | 都由Hayao Miyazaki撰写
          based_on     | also based on Hayao Miyazaki           | 都改编自Hayao Miyazaki
          sequel_of    | also a sequel of Hayao Miyazaki        | 都是Hayao Miyazaki的续集
          influenced   | both tied to Hayao Miyazaki (influenced) | 都与Hayao Miyazaki有影响关系
          narrated_by  | also narrated by Hayao Miyazaki        | 都与Hayao Miyazaki有关（narrated by）
          lens_maker   | same lens maker, Hayao Miyazaki        | 都与Hayao Miyazaki有关（lens maker）
          """)
  void aSharedEntityIsToldByItsRelation(String relation, String inEnglish, String inChinese) {
    Reason reason = knowledge(new Step(A, relation, HAYAO), new Step(HAYAO, relation, B));

    assertThat(english.of(reason, Subject.USER))
        .isEqualTo("Because you liked Spirited Away: " + inEnglish + ".");
    assertThat(chinese.of(reason, Subject.USER))
        .isEqualTo("因为您喜欢“Spirited Away”：" + inChinese + "。");
  }

  @Test
  void twoRolesAreBothNamed() {
    Reason reason = knowledge(new Step(A, "director", HAYAO), new Step(HAYAO, "voice", B));

    assertThat(english.of(reason, Subject.ITEM))
        .isEqualTo("Like Spirited Away: Hayao Miyazaki (director there, voice here).");
    assertThat(chinese.of(reason, Subject.ITEM))
        .isEqualTo("与“Spirited Away”相似：两者都有Hayao Miyazaki（分别为导演和voice）。");
  }

  @Test
  void anEdgeBetweenTheTwoIsNamed() {
    Reason reason = knowledge(new Step(A, "sequel_of", B));

    assertThat(english.of(reason, Subject.USER))
        .isEqualTo("Because you liked Spirited Away: linked with it (sequel of).");
    assertThat(chinese.of(reason, Subject.USER)).isEqualTo("因为您喜欢“Spirited Away”：与它直接相关（续集）。");
  }

  @Test
  void whatIsMetIsNotCalledLiked() {
    Reason reason = reason(Reason.Kind.NEIGHBOURS, MET, false);

    assertThat(english.of(reason, Subject.USER))
        .isEqualTo("Because you met Spirited Away: others who did liked this near it.");
    assertThat(chinese.of(reason, Subject.USER)).startsWith("因为您接触过“Spirited Away”：");
    assertThat(english.of(reason, Subject.ITEM))
        .isEqualTo("Like Spirited Away: those who like it like this too.");
  }

  @Test
  void aReasonForANewItemSaysThatItIsNewOnce() {
    Reason alsoNew = reason(Reason.Kind.CONTENT, LIKED, true);
    Reason onlyNew =
        new Reason(Reason.Kind.NEW, Optional.empty(), List.of(), true, Optional.empty());

    assertThat(english.of(alsoNew, Subject.USER))
        .isEqualTo(
            "Because you liked Spirited Away: what is said of the two is alike."
                + " New here: few have met it yet.");
    assertThat(english.of(onlyNew, Subject.USER)).isEqualTo("New here: few have met it yet.");
    assertThat(chinese.of(onlyNew, Subject.USER)).isEqualTo("新上架：接触过的人还不多。");
  }

  @ParameterizedTest
  @EnumSource
  void everyKindIsToldInEveryLanguageAboutUsersAndItems(Reason.Kind kind) {
    Reason reason =
        switch (kind) {
          case KNOWLEDGE -> knowledge(new Step(A, "theme", HAYAO), new Step(HAYAO, "theme", B));
          case NEIGHBOURS, CONTENT, BEHAVIOUR -> reason(kind, LIKED, false);
          case POPULARITY, TREND, CONTEXT, NEW ->
              new Reason(kind, Optional.empty(), List.of(), false, Optional.empty());
        };

    for (Subject subject : Subject.values()) {
      assertThat(english.of(reason, subject)).endsWith(".").doesNotContain("{");
      assertThat(chinese.of(reason, subject)).endsWith("。").doesNotContain("{");
    }
  }

  @Test
  void aCounterfactualNamesWhatIsTakenOutAndBothPlaces() {
    Counterfactual liked = new Counterfactual(LIKED, 2, 1_000);
    Counterfactual met = new Counterfactual(MET, 2, 19);

    assertThat(english.of(liked))
        .isEqualTo("Without your like of Spirited Away, this would fall from 2 to 1,000.");
    assertThat(english.of(met))
        .isEqualTo("Without Spirited Away in your history, this would fall from 2 to 19.");
    assertThat(chinese.of(liked)).isEqualTo("如果您没有喜欢“Spirited Away”，这一项会从第2位降到第1,000位。");
    assertThat(chinese.of(met)).isEqualTo("如果您的记录里没有“Spirited Away”，这一项会从第2位降到第19位。");
  }

  @Test
  void aPlaceTooFarDownIsNotTold() {
    Counterfactual liked = new Counterfactual(LIKED, 2, Counterfactual.DEPTH + 1);
    Counterfactual met = new Counterfactual(MET, 2, Counterfactual.DEPTH + 1);

    assertThat(english.of(liked)).endsWith("would fall from 2 to below 1,000.");
    assertThat(chinese.of(met)).endsWith("会从第2位降到第1,000位以后。");
  }

  @Test
  void namesAreToldAsTheyAre() {
    MetItem odd = new MetItem(new ItemId("a"), "It's {0} 'ere", true);

    assertThat(english.of(new Counterfactual(odd, 1, 2))).contains("your like of It's {0} 'ere,");
  }

  @ParameterizedTest
  @CsvSource({
    "en-GB,      everything before",
    "fr,         everything before",
    "zh,         更早的记录",
    "ZH-hans-cn, 更早的记录",
    "zh-TW,      更早的记录"
  })
  void aLanguageIsToldByTheWidestPartOfItThatIsKnown(String language, String earlier) {
    assertThat(Sentences.in(language).earlier()).isEqualTo(earlier);
  }

  @ParameterizedTest
  @NullSource
  void withoutALanguageItIsEnglishWhateverThisMachineSpeaks(String none) {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.CHINA);
      assertThat(Sentences.in(none).earlier()).isEqualTo("everything before");
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "zh_CN", "english-", "中文"})
  void whatIsNoTagIsRefused(String language) {
    assertThatThrownBy(() -> Sentences.in(language))
        .isInstanceOf(InvalidEventException.class)
        .hasMessage("language must be a BCP 47 language tag, was " + language);
  }

  @Test
  void theLanguagesHaveTheSameMessages() {
    assertThat(messages(Locale.CHINESE)).isEqualTo(messages(Locale.ENGLISH)).isNotEmpty();
  }

  /** All keys but those of relations, which a language names as far as it must. */
  private static Set<String> messages(Locale locale) {
    return ResourceBundle.getBundle("io.lorecast.explanation.sentences", locale).keySet().stream()
        .filter(key -> !key.startsWith("shared.") && !key.startsWith("relation."))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Reason knowledge(Step... path) {
    return new Reason(
        Reason.Kind.KNOWLEDGE, Optional.of(LIKED), List.of(path), false, Optional.empty());
  }

  private static Reason reason(Reason.Kind kind, MetItem because, boolean isNew) {
    return new Reason(kind, Optional.of(because), List.of(), isNew, Optional.empty());
  }
}
