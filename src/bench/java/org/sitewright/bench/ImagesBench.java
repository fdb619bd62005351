package org.sitewright.bench;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.sitewright.media.FolderMediaStore;
import org.sitewright.media.ImageVariants;
import org.sitewright.media.MediaKind;
import org.sitewright.media.MediaStore;
import org.sitewright.media.Variants;
import org.sitewright.site.MediaId;
import org.sitewright.work.CancelToken;
import org.sitewright.work.FixedPool;
import org.sitewright.work.Parallel;

/// Photos of 12 megapixels to five widths in WebP and JPEG, two at once, against sharp (libvips) doing the same in the
/// same run. Sharp runs where `-Dbench.sharp=<folder with node_modules/sharp>` names it.
final class ImagesBench {
    private static final List<Integer> WIDTHS = List.of(480, 800, 1200, 1600, 2400);
    private static final int PICTURES = 4;
    private static final int ROUNDS = 5;
    private static final double GOAL = 1.5;
    private static final int HEAP_MB = 400;

    /// One decode and resize a width, shared by both encoders; as many pictures at once as we do.
    private static final String SHARP = """
            const sharp = require(process.argv[2] + '/node_modules/sharp'), fs = require('fs');
            sharp.concurrency(1); sharp.cache(false);
            const files = process.argv.slice(4), widths = [480, 800, 1200, 1600, 2400];
            async function one(file) {
              const bytes = fs.readFileSync(file);
              for (const width of widths) {
                const {data, info} = await sharp(bytes).resize(width).raw().toBuffer({resolveWithObject: true});
                const raw = {raw: {width: info.width, height: info.height, channels: info.channels}};
                const webp = await sharp(data, raw).webp({quality: 80}).toBuffer();
                const jpeg = await sharp(data, raw).jpeg({quality: 82}).toBuffer();
                fs.writeFileSync(process.argv[3] + '/' + width + '.webp', webp);
                fs.writeFileSync(process.argv[3] + '/' + width + '.jpg', jpeg);
              }
            }
            async function all() {
              let next = 0;
              const worker = async () => { while (next < files.length) await one(files[next++]); };
              await Promise.all([worker(), worker()]);
            }
            (async () => {
              await one(files[0]);
              const start = process.hrtime.bigint();
              await all();
              console.log('SECONDS ' + Number(process.hrtime.bigint() - start) / 1e9);
            })();
            """;

    private ImagesBench() {}

    /// Runs in a Java of its own that has no more memory than the limit.
    static boolean run() throws Exception {
        if (Runtime.getRuntime().maxMemory() >> 20 > HEAP_MB) {
            return new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-Xmx" + HEAP_MB + "m",
                                    "--enable-native-access=ALL-UNNAMED",
                                    "-Djava.awt.headless=true",
                                    "-Dsitewright.assets=" + System.getProperty("sitewright.assets", "assets"),
                                    "-Dbench.sharp=" + System.getProperty("bench.sharp", ""),
                                    "-Dbench.folder=" + System.getProperty("bench.folder", "target/bench"),
                                    "-classpath",
                                    System.getProperty("java.class.path"),
                                    Benchmarks.class.getName(),
                                    "images")
                            .inheritIO()
                            .start()
                            .waitFor()
                    == 0;
        }
        return measured();
    }

    private static boolean measured() throws Exception {
        Path folder = Files.createDirectories(
                Path.of(System.getProperty("bench.folder", "target/bench")).resolve("images"));
        MediaStore store = new FolderMediaStore(folder.resolve("store"));
        List<Path> files = new ArrayList<>();
        List<MediaId> media = new ArrayList<>();
        for (int i = 0; i < PICTURES; i++) {
            Path file = folder.resolve("photo-" + i + ".jpg");
            if (!Files.exists(file)) {
                photo(i, file);
            }
            files.add(file);
            media.add(store.put(new ByteArrayInputStream(Files.readAllBytes(file))));
        }
        for (int round = 0; round < 3; round++) {
            ours(store, media, Files.createTempDirectory(folder, "warm"));
        }
        double[] ours = new double[ROUNDS];
        double[] ratio = new double[ROUNDS];
        boolean sharp = true;
        Path made = folder;
        for (int round = 0; round < ROUNDS; round++) {
            made = Files.createTempDirectory(folder, "ours");
            ours[round] = ours(store, media, made);
            Optional<Double> theirs = sharp(folder, files);
            sharp &= theirs.isPresent();
            ratio[round] = theirs.orElse(0.0) / ours[round];
            System.out.printf(
                    "round %d: ours %.2f images/s, sharp %s%n",
                    round + 1,
                    PICTURES / ours[round],
                    theirs.map(seconds -> "%.2f images/s".formatted(PICTURES / seconds))
                            .orElse("not found"));
        }
        System.out.printf(
                "ours: %.2f images/s (median), in a heap of %d MB%n", PICTURES / Benchmarks.median(ours), HEAP_MB);
        likeness(files.getLast(), media.getLast(), made, folder);
        if (!sharp) {
            return true;
        }
        System.out.printf("ratio to sharp: %.2f (median), goal %.1f%n", Benchmarks.median(ratio), GOAL);
        return Benchmarks.median(ratio) >= GOAL;
    }

    private static double ours(MediaStore store, List<MediaId> media, Path cache) {
        try (FixedPool pool = new FixedPool(2, "pictures")) {
            ImageVariants variants = new ImageVariants(store, cache, pool);
            long start = System.nanoTime();
            Parallel.each(media, 2, new CancelToken(), each -> {
                Variants made = variants.of(each, WIDTHS);
                if (made.variants().size() != 2 * WIDTHS.size()) {
                    throw new IllegalStateException("expected ten files, got " + made.variants());
                }
            });
            return Benchmarks.seconds(start);
        }
    }

    private static Optional<Double> sharp(Path folder, List<Path> files) throws Exception {
        String place = System.getProperty("bench.sharp", "");
        if (place.isEmpty() || !Files.isDirectory(Path.of(place, "node_modules", "sharp"))) {
            return Optional.empty();
        }
        Path script = Files.writeString(folder.resolve("sharp.cjs"), SHARP);
        List<String> command = new ArrayList<>(List.of("node", script.toString(), place, folder.toString()));
        files.forEach(file -> command.add(file.toString()));
        Process node = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        node.waitFor();
        return said.lines()
                .filter(line -> line.startsWith("SECONDS "))
                .map(line -> Double.valueOf(line.substring(8)))
                .findFirst();
    }

    /// How like each result at 1200 pixels is to the plain mean of the photo's pixels there.
    private static void likeness(Path photo, MediaId media, Path ours, Path theirs) throws IOException {
        BufferedImage truth = scaled(ImageIO.read(photo.toFile()), 1200, 900);
        for (String ending : List.of("webp", "jpg")) {
            Path mine = ours.resolve(media.sha256() + "-1200." + ending);
            Path other = theirs.resolve("1200." + ending);
            System.out.printf("1200 px %s: ours %.2f dB, %,d bytes", ending, psnr(truth, mine), Files.size(mine));
            System.out.println(
                    Files.exists(other)
                            ? String.format("; sharp %.2f dB, %,d bytes", psnr(truth, other), Files.size(other))
                            : "");
        }
    }

    private static double psnr(BufferedImage truth, Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        double sum = 0;
        for (int y = 0; y < truth.getHeight(); y++) {
            for (int x = 0; x < truth.getWidth(); x++) {
                double off = luma(truth.getRGB(x, y)) - luma(image.getRGB(x, y));
                sum += off * off;
            }
        }
        return 10 * Math.log10(255 * 255 / (sum / truth.getWidth() / truth.getHeight()));
    }

    private static double luma(int rgb) {
        return 0.299 * (rgb >> 16 & 255) + 0.587 * (rgb >> 8 & 255) + 0.114 * (rgb & 255);
    }

    private static BufferedImage scaled(BufferedImage image, int width, int height) {
        BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = result.createGraphics();
        pen.drawImage(image.getScaledInstance(width, height, java.awt.Image.SCALE_AREA_AVERAGING), 0, 0, null);
        pen.dispose();
        return result;
    }

    /// One of our own pictures at 12 megapixels, with the noise of a sensor so that there is detail to encode.
    private static void photo(int number, Path file) throws IOException {
        BufferedImage image = new BufferedImage(4000, 3000, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(ImageIO.read(art(number).toFile()), 0, 0, 4000, 3000, null);
        pen.dispose();
        Random random = new Random(number);
        for (int y = 0; y < 3000; y++) {
            for (int x = 0; x < 4000; x++) {
                int noise = (int) (random.nextGaussian() * 4);
                int rgb = image.getRGB(x, y);
                image.setRGB(
                        x,
                        y,
                        Math.clamp((rgb >> 16 & 255) + noise, 0, 255) << 16
                                | Math.clamp((rgb >> 8 & 255) + noise, 0, 255) << 8
                                | Math.clamp((rgb & 255) + noise, 0, 255));
            }
        }
        ImageIO.write(image, "jpeg", file.toFile());
    }

    private static Path art(int number) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("sitewright.assets", "assets")))) {
            return files.filter(file -> file.toString().endsWith("." + MediaKind.WEBP.extension())
                            || file.toString().endsWith("." + MediaKind.JPEG.extension()))
                    .sorted(Comparator.comparingLong(ImagesBench::size).reversed())
                    .skip(number)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static long size(Path file) {
        return file.toFile().length();
    }
}
