package org.sitewright.adapter.webdav;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.sitewright.publish.RemoteFile;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// Reads what a server says of a folder (RFC 4918, 9.1). The answer is hostile until it was read: no document type, no
/// entities, nothing outside it.
final class DavListing {
    static final String ASK = "<?xml version=\"1.0\" encoding=\"utf-8\"?><propfind xmlns=\"DAV:\"><prop><resourcetype/>"
            + "<getcontentlength/><getetag/><getlastmodified/></prop></propfind>";
    private static final String DAV = "DAV:";

    private DavListing() {}

    /// One thing in a folder.
    ///
    /// @param path below the folder that is published to, decoded; without a slash at its end
    record Item(String path, boolean folder, RemoteFile file) {}

    /// @param root the path of the folder that is published to, decoded, with a slash at its end
    static List<Item> read(byte[] answer, String root) throws IOException {
        List<Item> items = new ArrayList<>();
        NodeList responses = parse(answer).getElementsByTagNameNS(DAV, "response");
        for (int i = 0; i < responses.getLength(); i++) {
            if (responses.item(i) instanceof Element response) {
                String there = decoded(text(response, "href"));
                String path =
                        there.startsWith(root) ? there.substring(root.length()).replaceAll("/+$", "") : "";
                if (!path.isEmpty()) {
                    items.add(item(response, path));
                }
            }
        }
        return items;
    }

    private static Item item(Element response, String path) {
        boolean folder = response.getElementsByTagNameNS(DAV, "collection").getLength() > 0;
        String length = text(response, "getcontentlength");
        String modified = text(response, "getlastmodified");
        String eTag = text(response, "getetag");
        long size = length.matches("\\d{1,18}") ? Long.parseLong(length) : RemoteFile.UNKNOWN;
        String tag = eTag.isEmpty() ? size + "-" + modified : bare(eTag);
        return new Item(path, folder, new RemoteFile(path, size, tag, moment(modified)));
    }

    /// A tag without the marks around it.
    static String bare(String eTag) {
        return eTag.replaceFirst("^W/", "").replace("\"", "");
    }

    private static Document parse(byte[] answer) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(answer));
        } catch (SAXException | ParserConfigurationException garbled) {
            throw new IOException("not a list of files", garbled);
        }
    }

    private static String text(Element in, String name) {
        NodeList found = in.getElementsByTagNameNS(DAV, name);
        return found.getLength() == 0
                ? ""
                : String.valueOf(found.item(0).getTextContent()).strip();
    }

    private static String decoded(String href) {
        try {
            String path = URI.create(href).getPath();
            return path == null ? "" : path;
        } catch (IllegalArgumentException notEncoded) {
            return href;
        }
    }

    private static Instant moment(String text) {
        try {
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException unknown) {
            return Instant.EPOCH;
        }
    }
}
