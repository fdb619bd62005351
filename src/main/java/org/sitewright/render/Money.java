package org.sitewright.render;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitewright.site.json.Json;
import tools.jackson.databind.node.ObjectNode;

/// A price of which amount and currency are both certain, as schema.org writes it.
///
/// @param amount with a point before the cents
/// @param currency as ISO 4217 has it
record Money(String amount, String currency) {
    static final String CURRENCY = "priceCurrency";

    /// Signs that mean one currency only; a dollar or a crown may be of many countries.
    private static final Map<String, String> SIGNS =
            Map.of("€", "EUR", "£", "GBP", "₹", "INR", "₩", "KRW", "₺", "TRY", "₴", "UAH", "zł", "PLN", "₪", "ILS");

    private static final String CODES = "EUR|GBP|USD|CHF|SEK|NOK|DKK|ISK|PLN|CZK|HUF|RON|INR|JPY|CNY|AUD|CAD|NZD|BRL";
    private static final String SIGN = "(€|£|₹|₩|₺|₴|zł|₪|" + CODES + ")";
    private static final Pattern BEFORE = Pattern.compile(SIGN + "\\s*(\\d{1,7})([.,](\\d{2}))?");
    private static final Pattern AFTER = Pattern.compile("(\\d{1,7})([.,](\\d{2}))?\\s*" + SIGN);

    /// @return empty for anything that could be read in two ways
    static Optional<Money> of(String text) {
        String price = text.strip().replace('\u00a0', ' ');
        Matcher before = BEFORE.matcher(price);
        if (before.matches()) {
            return Optional.of(new Money(amount(before.group(2), before.group(4)), code(before.group(1))));
        }
        Matcher after = AFTER.matcher(price);
        return after.matches()
                ? Optional.of(new Money(amount(after.group(1), after.group(3)), code(after.group(4))))
                : Optional.empty();
    }

    ObjectNode json() {
        return Json.object().put("price", amount).put(CURRENCY, currency);
    }

    private static String amount(String whole, String cents) {
        return cents == null ? whole : whole + "." + cents;
    }

    private static String code(String sign) {
        return SIGNS.getOrDefault(sign, sign);
    }
}
