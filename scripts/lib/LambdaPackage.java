import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Makes a package for AWS Lambda smaller, and refuses one that is still too large: {@code java
 * LambdaPackage.java FUNCTION_ZIP MOST_BYTES}. A folder without a package is left alone.
 *
 * <p>The jars in the package are stored, not compressed, and the package is: so names that one
 * class shares with the next are written once, where each class was compressed by itself. Lambda
 * unpacks the package, so that the JVM has nothing to inflate as it loads classes.
 */
final class LambdaPackage {

  private LambdaPackage() {}

  /** See the class. */
  public static void main(String[] arguments) throws IOException {
    Path original = Path.of(arguments[0]);
    long most = Long.parseLong(arguments[1]);
    if (!Files.exists(original)) {
      return;
    }
    Path repacked = original.resolveSibling("function.repacked");
    boolean jars = repack(original, repacked);
    if (jars) {
      Files.move(repacked, original, StandardCopyOption.REPLACE_EXISTING);
    } else {
      // A native executable, whose permission to be run this would lose.
      Files.delete(repacked);
    }
    if (Files.size(original) > most) {
      System.err.printf(
          "%s has %,d bytes, %,d are allowed%n", original, Files.size(original), most);
      System.exit(1);
    }
  }

  private static boolean repack(Path original, Path repacked) throws IOException {
    boolean jars = false;
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(original));
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(repacked))) {
      out.setLevel(Deflater.BEST_COMPRESSION);
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        // Quarkus lists some folders twice; none needs to be listed.
        if (!entry.isDirectory()) {
          byte[] content = in.readAllBytes();
          boolean jar = entry.getName().endsWith(".jar");
          jars |= jar;
          put(out, copy(entry), jar ? stored(content) : content);
        }
      }
    }
    return jars;
  }

  private static byte[] stored(byte[] jar) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] content = in.readAllBytes();
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry stored = copy(entry);
        stored.setMethod(ZipEntry.STORED);
        stored.setSize(content.length);
        stored.setCrc(checksum.getValue());
        put(out, stored, content);
      }
    }
    return bytes.toByteArray();
  }

  /** Returns an entry of the same name and time, so that the same package is the same bytes. */
  private static ZipEntry copy(ZipEntry entry) {
    ZipEntry copy = new ZipEntry(entry.getName());
    copy.setTimeLocal(entry.getTimeLocal());
    return copy;
  }

  private static void put(ZipOutputStream out, ZipEntry entry, byte[] content) throws IOException {
    out.putNextEntry(entry);
    out.write(content);
    out.closeEntry();
  }
}
