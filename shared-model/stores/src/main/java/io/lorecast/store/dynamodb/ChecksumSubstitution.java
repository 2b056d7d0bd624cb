package io.lorecast.store.dynamodb;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.checksums.SdkChecksum;
import software.amazon.awssdk.checksums.spi.ChecksumAlgorithm;

/**
 * Cuts off, in a native executable, the SDK's way to the checksums of the AWS Common Runtime: it is
 * not on our class path, and the builder wants every class that could be reached. What the SDK does
 * where the runtime is missing is what it does here.
 */
@TargetClass(className = "software.amazon.awssdk.checksums.internal.ChecksumProvider")
final class ChecksumSubstitution {

  private ChecksumSubstitution() {}

  @Substitute
  static @Nullable SdkChecksum createCrtCrc32C() {
    return null;
  }

  @Substitute
  static SdkChecksum crc64NvmeCrtImplementation() {
    throw new UnsupportedOperationException("CRC64NVME needs the AWS Common Runtime");
  }

  @Substitute
  static SdkChecksum crtXxHash(ChecksumAlgorithm algorithm) {
    throw new UnsupportedOperationException(
        algorithm.algorithmId() + " needs the AWS Common Runtime");
  }
}
