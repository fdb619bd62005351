package org.sitewright.storage;

import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;

/// Hands JSON columns through as the text they are: repositories read and write it themselves.
final class PlainJson implements FormatMapper {
    @Override
    public <T> T fromString(CharSequence text, JavaType<T> type, WrapperOptions options) {
        return type.getJavaTypeClass().cast(text.toString());
    }

    @Override
    public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
        return String.valueOf(value);
    }
}
