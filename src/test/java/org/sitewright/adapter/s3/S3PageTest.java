package org.sitewright.adapter.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class S3PageTest {
    private static final String OBJECT = """
            <Contents><Key>a+b%2Bc.html</Key><LastModified>2026-12-02T03:04:05.678Z</LastModified>
            <ETag>&quot;d41d8cd98f00b204e9800998ecf8427e&quot;</ETag><Size>7</Size>
            <Owner><ID>me</ID></Owner><StorageClass>STANDARD</StorageClass></Contents>
            """;

    @Test
    void tellsWhatIsThere() throws Exception {
        S3Page page = read(
                "<IsTruncated>false</IsTruncated>" + OBJECT + "<EncodingType>url</EncodingType><Name>bucket</Name>");
        assertThat(page.items())
                .containsExactly(new S3Item(
                        "a b+c.html",
                        7,
                        "d41d8cd98f00b204e9800998ecf8427e",
                        Instant.parse("2026-12-02T03:04:05.678Z")));
        assertThat(page.next()).isEmpty();
    }

    @Test
    void takesNamesAsTheyAreWhereTheHostEncodesNone() throws Exception {
        assertThat(read(OBJECT).items().getFirst().key()).isEqualTo("a+b%2Bc.html");
    }

    @Test
    void namesTheNextPage() throws Exception {
        assertThat(read("<IsTruncated>true</IsTruncated><NextContinuationToken>a/b=</NextContinuationToken>")
                        .next())
                .hasValue("a/b=");
    }

    @Test
    void takesAnObjectWithoutTag() throws Exception {
        assertThat(read(OBJECT.replaceAll("(?s)<ETag>.*</ETag>", "")).items())
                .singleElement()
                .satisfies(item -> assertThat(item.tag()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no list at all",
                "<Error><Code>AccessDenied</Code></Error>",
                "<ListBucketResult><Contents><Key>a</Key></Contents></ListBucketResult>",
                "<ListBucketResult><Contents><Key>a</Key><Size>x</Size></Contents></ListBucketResult>",
                "<ListBucketResult><IsTruncated>true</IsTruncated></ListBucketResult>",
                "<ListBucketResult><Name>cut",
                "<!DOCTYPE ListBucketResult [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>"
                        + "<ListBucketResult><Name>&a;</Name><IsTruncated>&a;</IsTruncated></ListBucketResult>"
            })
    void takesNothingElseForAList(String answer) {
        assertThatThrownBy(() -> S3Page.read(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(S3Page.Malformed.class);
    }

    private static S3Page read(String inside) throws S3Page.Malformed {
        String page = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">" + inside
                + "</ListBucketResult>";
        return S3Page.read(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
    }
}
