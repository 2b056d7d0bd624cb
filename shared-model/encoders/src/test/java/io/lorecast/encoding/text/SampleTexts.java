package io.lorecast.encoding.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Texts of every kind that a catalogue may send. */
public final class SampleTexts {

  /** Words and signs that generated texts are made of. */
  static final String[] WORDS = {
    "the",
    "Cinema",
    "unbelievably",
    "café",
    "naïve",
    "Ångström",
    "ΟΔΥΣΣΕΥΣ",
    "Straße",
    "İstanbul",
    "電影",
    "映画",
    "한국어",
    "фильм",
    "فيلم",
    "सिनेमा",
    "ไทย",
    "👩‍🚀",
    "🇫🇷",
    "❤️",
    "1984",
    "3.14159",
    "$9.99",
    "rock'n'roll",
    "C++",
    "e-mail@example.org",
    "[MASKED]",
    "…",
    "—",
    "“quoted”",
    "ﬁne",
    "x\u0301y",
    "a\u200Bb",
    "a\u00ADb",
    "\uFEFF",
    "\uFFFD",
    "Ⅷ",
    "½",
    "™",
    "supercalifragilistic"
  };

  /** Whole texts. */
  public static final List<String> ALL =
      List.of(
          "",
          " ",
          "\t\r\n \u00A0\u3000\u2028",
          "A lighthouse keeper counts the ships that never come.",
          "THE SHOUTING TITLE!!!",
          "Crème brûlée, déjà vu, façade; Łódź, São Paulo, Zürich, Ærø and Þingvellir.",
          "e\u0301 and \u00E9 are the same; so are A\u030A and \u00C5 and \u212B",
          "一部关于时间和记忆的电影。",
          "東京の小さな書店で begins a story",
          "한 소녀가 바다를 건넌다",
          "Δύο αδέλφια ταξιδεύουν στη ΘΑΛΑΣΣΑΣ",
          "Маленький мальчик строит корабль",
          "فتاة تبحث عن أخيها",
          "एक लड़का और उसकी पतंग",
          "Robots 🤖 fall in love ❤️ in 🇯🇵 with 👨‍👩‍👧‍👦 and 👍🏽",
          "don't won't can't it's o'clock rock'n'roll",
          "semi-detached/well-known\\odd_under_score|pipe",
          "prices: $1,299.99 €5 £3 ¥100 50% #1 @home",
          "a+b=c; x<y>z; {curly} [square] (round) `tick` ~tilde~ ^caret^",
          "tab\tnew\nline\r\ncarriage\u000Bvertical\u000Cform\u0085next",
          "null\u0000inside, bell\u0007, escape\u001B[31m, delete\u007F",
          "zero\u200Bwidth\u200Djoin\u2060er\uFEFFmark and soft\u00ADhyphen",
          "private \uE000 use and replacement \uFFFD",
          "full width ＡＢＣ１２３！？ and ligatures ﬁ ﬂ",
          "superscript x² and ½ and Ⅻ and ™ and №",
          "“smart” ‘quotes’ — em dash – en dash … ellipsis ‹› «»",
          "rare ideographs 𠀀 𪜀 𫠠 𫤠 豈",
          "the" + "re".repeat(60),
          "x".repeat(100),
          "x".repeat(101),
          "word ".repeat(300),
          "Nobody reads to the end of this sentence, which is repeated. ".repeat(200),
          "中".repeat(300));

  private static final int MOST_WORDS = 14;

  private SampleTexts() {}

  /** Returns these texts and as many generated ones as make {@code count}, always the same. */
  public static List<String> many(int count) {
    Random random = new Random(17);
    List<String> texts = new ArrayList<>(ALL);
    while (texts.size() < count) {
      List<String> words = new ArrayList<>();
      for (int n = random.nextInt(MOST_WORDS); n >= 0; n--) {
        words.add(random.nextInt(3) == 0 ? letters(random) : WORDS[random.nextInt(WORDS.length)]);
      }
      texts.add(String.join(random.nextInt(4) == 0 ? "" : " ", words));
    }
    return texts;
  }

  private static String letters(Random random) {
    int[] from = {'a', 0xC0, 0x3B1, 0x430, 0x4E00, 0x3042, 0xAC00, 0x1F600};
    int[] letters = new int[1 + random.nextInt(7)];
    int first = from[random.nextInt(from.length)];
    Arrays.setAll(letters, i -> first + random.nextInt(24));
    return new String(letters, 0, letters.length);
  }
}
