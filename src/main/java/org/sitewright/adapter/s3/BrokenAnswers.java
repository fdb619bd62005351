package org.sitewright.adapter.s3;

import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/// Names an answer that breaks off while it is read as what it is, a fault of the connection. The library lets the
/// reader's own exception through, which would look like a fault of the program. A file of this computer that cannot
/// be read stays that.
final class BrokenAnswers implements ExecutionInterceptor {
    @Override
    public Throwable modifyException(Context.FailedExecution failed, ExecutionAttributes attributes) {
        Throwable fault = failed.exception();
        boolean broken = fault instanceof UncheckedIOException && !(fault.getCause() instanceof FileSystemException);
        return broken ? SdkClientException.create("the answer broke off", fault) : fault;
    }
}
