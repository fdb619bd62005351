package org.sitewright.adapter.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import net.schmizz.sshj.sftp.Response.StatusCode;
import net.schmizz.sshj.sftp.SFTPException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitewright.publish.PublishFailure;
import org.sitewright.publish.TargetSettings;
import org.sitewright.publish.TargetSettings.Server;

class SftpFailuresTest {
    private final SftpFailures failures =
            new SftpFailures(new TargetSettings.Sftp(new Server("ftp.bakery.example", 22, "baker"), "www", "", "", ""));

    @ParameterizedTest
    @CsvSource({
        "QUOTA_EXCEEDED, Quota exceeded",
        "NO_SPACE_ON_FILESYSTEM, No space",
        "FAILURE, Disk quota exceeded",
        "FAILURE, write: No space left on device"
    })
    void aFullDiskSaysWhatToDo(StatusCode code, String said) {
        PublishFailure failure =
                failures.of(new SFTPException(code, said), null).failure();
        assertThat(failure).isInstanceOf(PublishFailure.Quota.class);
        assertThat(failure.happened()).contains("no more room at ftp.bakery.example");
        assertThat(failure.remedy()).contains("ask the host for more room", "goes on where this ended");
    }

    @Test
    void aFailureWithoutWordsNamesBothThatItCanBe() {
        PublishFailure failure = failures.of(new SFTPException(StatusCode.FAILURE, "Failure"), null)
                .failure();
        assertThat(failure.remedy()).contains("room", "may write");
    }
}
