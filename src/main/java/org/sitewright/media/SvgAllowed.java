package org.sitewright.media;

import java.util.Set;

/// What a drawing may consist of (names of SVG 2 and Filter Effects 1): shapes, text, paint and reuse; nothing that
/// runs, loads or embeds.
final class SvgAllowed {
    static final Set<String> ELEMENTS = words("""
            svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan textPath
            linearGradient radialGradient stop pattern clipPath mask marker image style view filter feBlend
            feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
            feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode
            feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence animate
            animateTransform animateMotion
            """);

    /// Elements that mean nothing here but whose content is drawn.
    static final Set<String> TRANSPARENT = Set.of("a", "switch");

    static final Set<String> ATTRIBUTES = words("""
            id class viewBox width height x y x1 y1 x2 y2 cx cy r rx ry fx fy fr d points pathLength transform
            preserveAspectRatio version role aria-label aria-hidden aria-labelledby aria-describedby lang
            fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin
            stroke-miterlimit stroke-dasharray stroke-dashoffset color opacity display visibility overflow clip-path
            clip-rule mask filter marker-start marker-mid marker-end paint-order vector-effect shape-rendering
            text-rendering image-rendering color-interpolation color-interpolation-filters mix-blend-mode isolation
            font-family font-size font-size-adjust font-stretch font-style font-variant font-weight letter-spacing
            word-spacing text-anchor text-decoration dominant-baseline alignment-baseline baseline-shift direction
            unicode-bidi writing-mode dx dy rotate textLength lengthAdjust startOffset method spacing side
            gradientUnits gradientTransform spreadMethod offset stop-color stop-opacity patternUnits
            patternContentUnits patternTransform clipPathUnits maskUnits maskContentUnits mask-type markerUnits
            markerWidth markerHeight refX refY orient filterUnits primitiveUnits in in2 result mode type values
            tableValues slope intercept amplitude exponent operator k1 k2 k3 k4 order kernelMatrix divisor bias
            targetX targetY edgeMode kernelUnitLength preserveAlpha surfaceScale diffuseConstant specularConstant
            specularExponent scale xChannelSelector yChannelSelector azimuth elevation stdDeviation flood-color
            flood-opacity lighting-color radius z pointsAtX pointsAtY pointsAtZ limitingConeAngle baseFrequency
            numOctaves seed stitchTiles begin dur end repeatCount repeatDur calcMode keyTimes keySplines from to by
            additive accumulate attributeName path keyPoints transform-origin enable-background media
            """);

    private SvgAllowed() {}

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}
