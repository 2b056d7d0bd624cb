package io.lorecast.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lorecast.data.DataException;
import io.lorecast.model.ItemId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageVectorsTest {

  @TempDir private Path folder;

  @Test
  void postersAreFoundByTheNameThatStandsInTheItem() throws IOException {
    Files.writeString(
        folder.resolve("items.jsonl"),
        """
        {"item_id": 1, "poster_file": "elsewhere/a.jpg"}
        {"item_id": 2, "poster_file": "missing.jpg"}
        {"item_id": 3}
        """);
    Files.createDirectory(folder.resolve("posters"));
    Path poster = Files.createFile(folder.resolve("posters/a.jpg"));

    assertThat(ImageVectors.posters(folder))
        .containsOnly(java.util.Map.entry(new ItemId("1"), poster));
  }

  @Test
  void aFolderWithoutItemsIsRefused() {
    assertThatThrownBy(() -> ImageVectors.posters(folder))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("items.jsonl");
  }
}
