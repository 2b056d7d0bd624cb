package io.lorecast.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lorecast.encoding.ContentSpace;
import io.lorecast.model.EntityId;
import io.lorecast.model.ItemId;
import io.lorecast.model.UserId;
import io.lorecast.vector.Embedding;
import io.lorecast.vector.VectorMath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModelFitterTest {

  private static final int DIMENSION = 12;
  private static final ContentSpace SPACE = ContentSpace.single("letters", DIMENSION);

  private final ModelFitter fitter = new ModelFitter(FitSettings.defaults(), FitListener.NONE);

  @Test
  void theSameDataInAnyOrderGiveTheSameBytes() {
    List<FitItem> items = items();
    FittedModel model = fitter.fit(SPACE, items, training(new Random(1)), 7);

    List<FitItem> shuffled = new ArrayList<>(items);
    Collections.shuffle(shuffled, new Random(3));
    FittedModel again = fitter.fit(SPACE, shuffled, training(new Random(2)), 7);

    assertThat(again.toBytes()).isEqualTo(model.toBytes());
  }

  @Test
  void bytesComeBackAsTheSameModel() {
    FittedModel model = fitter.fit(SPACE, items(), training(new Random(1)), 7);

    FittedModel read = FittedModel.fromBytes(model.toBytes());

    assertThat(read.toBytes()).isEqualTo(model.toBytes());
    assertThat(features(read, items().getFirst())).isEqualTo(features(model, items().getFirst()));
  }

  @Test
  void damagedBytesAreRefused() {
    byte[] bytes = fitter.fit(SPACE, items(), training(new Random(1)), 7).toBytes();
    byte[] otherVersion = bytes.clone();
    otherVersion[4] = 99;

    refused(Arrays.copyOf(bytes, bytes.length - 1), "end early");
    refused(Arrays.copyOf(bytes, bytes.length + 1), "go on");
    refused(otherVersion, "version must be 3, was 99");
    refused(new byte[0], "end early");
    refused(
        "something else altogether".getBytes(java.nio.charset.StandardCharsets.UTF_8), "no model");
  }

  @Test
  void itemsLikedByTheSameUsersHaveLikeFactors() {
    FittedModel model = fitter.fit(SPACE, items(), training(new Random(1)), 7);

    // Users of group 0 like even items, those of group 1 odd ones.
    float[] even = part(features(model, items().get(0)), Features.BEHAVIOUR);
    float[] alsoEven = part(features(model, items().get(2)), Features.BEHAVIOUR);
    float[] odd = part(features(model, items().get(1)), Features.BEHAVIOUR);

    assertThat(VectorMath.cosine(even, alsoEven)).isGreaterThan(.8f);
    assertThat(VectorMath.cosine(even, odd)).isLessThan(.3f);
  }

  @Test
  void anItemNobodyHasMetHasTheFactorsOfItsKind() {
    FittedModel model = fitter.fit(SPACE, items(), training(new Random(1)), 7);
    FitItem unmet = new FitItem(new ItemId("unmet"), Optional.empty(), entitiesOf(0));

    float[] mapped = part(features(model, unmet), Features.MAPPED);

    float[] even = part(features(model, items().get(0)), Features.BEHAVIOUR);
    float[] odd = part(features(model, items().get(1)), Features.BEHAVIOUR);
    assertThat(VectorMath.cosine(mapped, even)).isGreaterThan(VectorMath.cosine(mapped, odd) + .5f);
  }

  @Test
  void factorsStandInOnePartByWhetherAnybodyHasLikedTheItem() {
    FittedModel model = fitter.fit(SPACE, items(), training(new Random(1)), 7);
    FitItem unmet = new FitItem(new ItemId("unmet"), Optional.empty(), entitiesOf(0));

    assertThat(part(features(model, items().getFirst()), Features.MAPPED)).containsOnly(0);
    assertThat(part(features(model, unmet), Features.BEHAVIOUR)).containsOnly(0);
    assertThat(norm(part(features(model, unmet), Features.MAPPED))).isPositive();
  }

  @Test
  void theLossNeverRisesFromSweepToSweep() {
    Progress progress = new Progress();

    new ModelFitter(FitSettings.defaults(), progress)
        .fit(SPACE, items(), training(new Random(1)), 7);

    assertThat(progress.losses).hasSize(FitSettings.defaults().sweeps());
    assertThat(progress.losses).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(progress.ridges).hasSize(1);
  }

  @Test
  void aWarmStartGoesOnWhereTheEarlierModelStopped() {
    Progress first = new Progress();
    FittedModel model =
        new ModelFitter(FitSettings.defaults(), first)
            .fit(SPACE, items(), training(new Random(1)), 7);
    Progress second = new Progress();

    FittedModel warm =
        new ModelFitter(FitSettings.defaults(), second)
            .fit(SPACE, items(), training(new Random(1)), 8, Optional.of(model));

    assertThat(second.losses).hasSize(FitSettings.defaults().warmSweeps());
    // From the stored single precision, hence the margin.
    assertThat(second.losses.getFirst()).isLessThan(first.losses.getLast() * 1.0001);
    float[] before = part(features(model, items().getFirst()), Features.BEHAVIOUR);
    float[] after = part(features(warm, items().getFirst()), Features.BEHAVIOUR);
    assertThat(VectorMath.cosine(before, after)).isGreaterThan(.99f);
  }

  @Test
  void aModelWithoutFactorsIsNoPlaceToStartFrom() {
    FittedModel cold = fitter.fit(SPACE, items(), training(new Random(1)), 7);

    FittedModel warm =
        fitter.fit(
            SPACE, items(), training(new Random(1)), 7, Optional.of(FittedModel.unfitted(SPACE)));

    assertThat(warm.toBytes()).isEqualTo(cold.toBytes());
  }

  private static final class Progress implements FitListener {
    private final List<Double> losses = new ArrayList<>();
    private final List<Double> ridges = new ArrayList<>();

    @Override
    public void swept(int sweep, double loss) {
      losses.add(loss);
      assertThat(sweep).isEqualTo(losses.size());
    }

    @Override
    public void mapped(double ridge, double explained) {
      ridges.add(ridge);
    }
  }

  @Test
  void contentAndKnowledgeHaveLengthOneOrAreAbsent() {
    FittedModel model = fitter.fit(SPACE, items(), training(new Random(1)), 7);
    FitItem bare = new FitItem(new ItemId("bare"), Optional.empty(), Set.of());

    float[] features = features(model, items().get(4));
    assertThat(norm(part(features, Features.CONTENT))).isEqualTo(1, within(1e-5f));
    assertThat(norm(part(features, Features.KNOWLEDGE))).isEqualTo(1, within(1e-5f));
    assertThat(features(model, bare)).containsOnly(0);
  }

  @Test
  void contentOfAnotherDimensionCountsAsAbsent() {
    FittedModel model = fitter.fit(SPACE, items(), training(new Random(1)), 7);
    FitItem other = new FitItem(new ItemId("other"), Optional.of(Embedding.of(1, 0, 0)), Set.of());

    assertThat(features(model, other)).containsOnly(0);
  }

  @Test
  void withoutAnyDataThereIsStillAModel() {
    FittedModel model =
        fitter.fit(SPACE, List.of(), new TrainingSet(InteractionWeights.defaults()), 7);

    assertThat(model.itemCount()).isZero();
    assertThat(FittedModel.fromBytes(model.toBytes()).space()).isEqualTo(SPACE);
  }

  @Test
  void beforeAFitContentKeepsItsAnglesRoughlyAndSharedEntitiesBringNear() {
    FittedModel unfitted = FittedModel.unfitted(ContentSpace.single("letters", 384));
    Embedding content = random(384, new Random(5));
    FitItem one = new FitItem(new ItemId("a"), Optional.of(content), entitiesOf(0));
    FitItem same = new FitItem(new ItemId("b"), Optional.of(content), entitiesOf(0));
    FitItem other =
        new FitItem(new ItemId("c"), Optional.of(random(384, new Random(6))), entitiesOf(1));

    float[] a = features(unfitted, one);
    assertThat(features(unfitted, same)).isEqualTo(a);
    assertThat(
            VectorMath.dot(
                part(a, Features.CONTENT), part(features(unfitted, other), Features.CONTENT)))
        .isLessThan(.5f);
    assertThat(
            VectorMath.dot(
                part(a, Features.KNOWLEDGE), part(features(unfitted, other), Features.KNOWLEDGE)))
        .isLessThan(.5f);
    assertThat(FittedModel.fromBytes(unfitted.toBytes()).isUnfitted()).isTrue();
  }

  /** 40 items; even and odd ones have different entities. */
  private static List<FitItem> items() {
    Random random = new Random(11);
    List<FitItem> items = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      items.add(
          new FitItem(
              new ItemId("item" + i), Optional.of(random(DIMENSION, random)), entitiesOf(i % 2)));
    }
    return items;
  }

  private static Set<EntityId> entitiesOf(int group) {
    return Set.of(EntityId.of("genre", "g" + group), EntityId.of("person", "p" + group));
  }

  /** 30 users, each of one group, who like most items of it; added in random order. */
  private static TrainingSet training(Random order) {
    List<Runnable> additions = new ArrayList<>();
    TrainingSet training = new TrainingSet(InteractionWeights.defaults());
    Random random = new Random(13);
    for (int user = 0; user < 30; user++) {
      UserId id = new UserId("user" + user);
      for (int item = user % 2; item < 40; item += 2) {
        if (random.nextInt(10) < 7) {
          HistoryEntry entry =
              new HistoryEntry(user + "-" + item, new ItemId("item" + item), Signal.LIKED, 1, 0);
          additions.add(() -> training.add(id, entry));
        }
      }
    }
    Collections.shuffle(additions, order);
    additions.forEach(Runnable::run);
    return training;
  }

  private static Embedding random(int dimension, Random random) {
    float[] values = new float[dimension];
    for (int d = 0; d < dimension; d++) {
      values[d] = (float) random.nextGaussian();
    }
    VectorMath.normalise(values);
    return Embedding.of(values);
  }

  private static float[] features(FittedModel model, FitItem item) {
    float[] features = new float[Features.SIZE];
    model.features(item.id(), item.content(), item.entities(), features, 0);
    return features;
  }

  private static float[] part(float[] features, int from) {
    return Arrays.copyOfRange(features, from, from + Features.K);
  }

  private static float norm(float[] vector) {
    return (float) Math.sqrt(VectorMath.dot(vector, vector));
  }

  private static void refused(byte[] bytes, String message) {
    assertThatThrownBy(() -> FittedModel.fromBytes(bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
