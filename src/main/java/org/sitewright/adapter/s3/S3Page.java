package org.sitewright.adapter.s3;

import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// One page of a listing (<https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html>).
///
/// @param next what to ask the following page by; empty on the last one
record S3Page(List<S3Item> items, Optional<String> next) {
    private static final XMLInputFactory XML = factory();

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /// @throws Malformed when it is no such page
    static S3Page read(InputStream in) throws Malformed {
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(in, "UTF-8");
            return new Reader(xml).page();
        } catch (XMLStreamException | RuntimeException other) {
            throw new Malformed(other);
        }
    }

    /// An answer that is not what was asked for.
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(Exception cause) {
            super("no list of objects", cause);
        }
    }

    private static final class Reader {
        private final XMLStreamReader xml;
        private final List<S3Item> items = new ArrayList<>();
        private boolean encoded;
        private boolean more;
        private String next = "";

        Reader(XMLStreamReader xml) {
            this.xml = xml;
        }

        S3Page page() throws XMLStreamException {
            xml.nextTag();
            xml.require(XMLStreamConstants.START_ELEMENT, null, "ListBucketResult");
            while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "Contents" -> items.add(item());
                    case "EncodingType" -> encoded = text().equals("url");
                    case "IsTruncated" -> more = text().equals("true");
                    case "NextContinuationToken" -> next = text();
                    default -> skip();
                }
            }
            if (more == next.isEmpty()) {
                throw new XMLStreamException("a next page that is not named, or a name without one");
            }
            return new S3Page(decoded(), Optional.of(next).filter(token -> more));
        }

        private S3Item item() throws XMLStreamException {
            String key = "";
            long size = -1;
            String tag = "";
            Instant modified = Instant.MIN;
            while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "Key" -> key = text();
                    case "Size" -> size = Long.parseLong(text());
                    case "ETag" -> tag = S3Clients.tag(text());
                    case "LastModified" -> modified = Instant.parse(text());
                    default -> skip();
                }
            }
            if (key.isEmpty() || size < 0 || modified.equals(Instant.MIN)) {
                throw new XMLStreamException("an object without name, size or time");
            }
            return new S3Item(key, size, tag, modified);
        }

        /// The name of the encoding may stand after the names that are encoded.
        private List<S3Item> decoded() {
            return encoded
                    ? items.stream()
                            .map(item -> new S3Item(
                                    URLDecoder.decode(item.key(), StandardCharsets.UTF_8),
                                    item.size(),
                                    item.tag(),
                                    item.modified()))
                            .toList()
                    : List.copyOf(items);
        }

        private String text() throws XMLStreamException {
            return xml.getElementText();
        }

        private void skip() throws XMLStreamException {
            for (int depth = 1; depth > 0; ) {
                int what = xml.next();
                if (what == XMLStreamConstants.START_ELEMENT) {
                    depth++;
                } else if (what == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                }
            }
        }
    }
}
