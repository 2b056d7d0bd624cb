package io.lorecast.encoding.image;

import io.lorecast.encoding.ImageException;
import io.lorecast.encoding.ImageException.Reason;
import io.lorecast.encoding.ImageSource;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** An {@link ImageSource} of data URIs, files under one folder, and web hosts named beforehand. */
public final class ImageSources implements ImageSource, AutoCloseable {

  static final String FIELD = "location";

  private final DataUri data;
  private final AllowedFolder files;
  private final HttpImages web;

  /**
   * Creates a source.
   *
   * @throws ImageException if the folder is not there
   */
  public ImageSources(ImageSourceSettings settings) {
    this.data = new DataUri(settings.bytes());
    this.files = new AllowedFolder(settings.folder(), settings.bytes());
    this.web =
        new HttpImages(new AllowedHosts(settings.hosts()), settings.bytes(), settings.timeout());
  }

  @Override
  public byte[] read(String location) {
    int colon = location.indexOf(':');
    String scheme = location.substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT);
    return switch (scheme) {
      // Not parsed as a URI first: it may be megabytes long.
      case "data" -> data.read(location);
      case "file" -> files.read(uri(location));
      case "http", "https" -> web.read(uri(location));
      default ->
          throw new ImageException(
              Reason.NOT_ALLOWED, FIELD, "one of data:, file:, http:, https:", "'" + scheme + ":'");
    };
  }

  private static URI uri(String location) {
    try {
      return new URI(location);
    } catch (URISyntaxException e) {
      throw new ImageException(
          Reason.NOT_ALLOWED, FIELD, "a URI", "that at " + e.getIndex() + ": " + e.getReason(), e);
    }
  }

  /** Returns the refusal of more than {@code limit} bytes. */
  static ImageException tooManyBytes(long limit, String found) {
    return new ImageException(
        Reason.TOO_MANY_BYTES, FIELD, "at most " + limit + " bytes", found + " bytes");
  }

  /** Ends what is being fetched. */
  @Override
  public void close() {
    web.close();
  }
}
