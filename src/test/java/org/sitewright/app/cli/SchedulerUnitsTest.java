package org.sitewright.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import picocli.CommandLine;

/// What the schedulers of the operating systems are given to run is a command that the program understands.
class SchedulerUnitsTest {
    private static final Path INSTALLER = Path.of("installer");

    @ParameterizedTest
    @ValueSource(strings = {"backup", "publish"})
    void systemdRunsItAndCatchesUpOnWhatWasMissed(String what) throws IOException {
        Map<String, String> service = unit("linux/sitewright-" + what + ".service");
        assertThat(service).containsEntry("Service.Type", "oneshot").containsKey("Unit.Description");
        assertUnderstood(what, after(service.get("Service.ExecStart") + "", "sitewright "));
        // Refused, because the open window does it by itself.
        assertThat(service).containsEntry("Service.SuccessExitStatus", ExitCode.REFUSED + "");
        Map<String, String> timer = unit("linux/sitewright-" + what + ".timer");
        assertThat(timer)
                .containsEntry("Timer.Persistent", "true")
                .containsEntry("Install.WantedBy", "timers.target")
                .containsKey("Timer.OnCalendar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"backup", "publish"})
    void launchdRunsIt(String what) throws Exception {
        Document plist = xml("macos/org.sitewright." + what + ".plist");
        NodeList pairs = plist.getElementsByTagName("dict").item(0).getChildNodes();
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < pairs.getLength(); i++) {
            if (pairs.item(i).getNodeName().equals("key")) {
                keys.add(pairs.item(i).getTextContent());
            }
        }
        assertThat(keys).contains("Label", "ProgramArguments").containsAnyOf("StartInterval", "StartCalendarInterval");
        NodeList strings = plist.getElementsByTagName("string");
        assertThat(strings.item(0).getTextContent()).isEqualTo("org.sitewright." + what);
        String shell = "";
        for (int i = 0; i < strings.getLength(); i++) {
            String text = strings.item(i).getTextContent();
            shell = text.contains("exec ") ? text : shell;
        }
        assertUnderstood(what, after(shell, "bin/sitewright\" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"backup", "publish"})
    void theTaskSchedulerRunsItAlsoLater(String what) throws Exception {
        Document task = xml("windows/sitewright-" + what + ".xml");
        assertThat(task.getDocumentElement().getNamespaceURI())
                .isEqualTo("http://schemas.microsoft.com/windows/2004/02/mit/task");
        assertThat(text(task, "StartWhenAvailable")).isEqualTo("true");
        assertThat(text(task, "Command")).endsWith("bin\\sitewright.bat");
        assertUnderstood(what, text(task, "Arguments"));
    }

    private static void assertUnderstood(String what, String arguments) {
        CommandLine.ParseResult parsed =
                CommandLineProgram.commandLine(Terminal.ofProcess()).parseArgs(arguments.split(" ", -1));
        CommandLine.ParseResult command = parsed.subcommand();
        assertThat(command.commandSpec().name()).isEqualTo(what);
        assertThat(command.hasMatchedOption("--due")).isTrue();
        assertThat(arguments).contains("--no-input");
    }

    private static String after(String text, String mark) {
        assertThat(text).contains(mark);
        return text.substring(text.indexOf(mark) + mark.length()).strip();
    }

    /// The settings of a unit, each as `Section.Key`.
    private static Map<String, String> unit(String name) throws IOException {
        Map<String, String> settings = new HashMap<>();
        String section = "";
        for (String line : Files.readAllLines(INSTALLER.resolve(name))) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.indexOf(']'));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                int equals = line.indexOf('=');
                assertThat(equals).as(line).isPositive();
                settings.put(section + "." + line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return settings;
    }

    private static Document xml(String name) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
        return builder.parse(INSTALLER.resolve(name).toFile());
    }

    private static String text(Document document, String tag) {
        NodeList found = document.getElementsByTagNameNS("*", tag);
        assertThat(found.getLength()).as(tag).isEqualTo(1);
        return found.item(0).getTextContent();
    }
}
