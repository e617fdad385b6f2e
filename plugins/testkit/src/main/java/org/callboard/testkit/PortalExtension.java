package org.callboard.testkit;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.callboard.testkit.run.InstalledBrowser;
import org.callboard.testkit.run.UnpackedPortal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Keeps one portal for each test class, one browser where a test takes a page, and a window for each test. */
final class PortalExtension implements ParameterResolver, BeforeEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(PortalExtension.class);
    private static final String PAGE = "com.microsoft.playwright.Page";

    /** A parameter is too late to skip a test. */
    @Override
    public void beforeEach(ExtensionContext context) {
        Stream<Method> before = AnnotationSupport.findAnnotatedMethods(
                context.getRequiredTestClass(), BeforeEach.class, HierarchyTraversalMode.TOP_DOWN)
                .stream();
        if (Stream.concat(before, Stream.of(context.getRequiredTestMethod())).anyMatch(PortalExtension::takesPage)) {
            InstalledBrowser.require();
        }
    }

    private static boolean takesPage(Method method) {
        return Arrays.stream(method.getParameterTypes()).anyMatch(PortalExtension::isPage);
    }

    private static boolean isPage(Class<?> type) {
        return type.getName().equals(PAGE);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Portal.class || isPage(type);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Portal.class ? portal(context) : page(context);
    }

    /** A browser takes as long as a portal to start: each does while the other does. */
    private static Portal portal(ExtensionContext context) {
        Portal portal = classContext(context)
                .getStore(NAMESPACE)
                .computeIfAbsent(Portal.class, type -> start(context), Portal.class);
        Class<?> tests = context.getRequiredTestClass();
        boolean usesPages = !ReflectionSupport.findMethods(
                        tests, PortalExtension::takesPage, HierarchyTraversalMode.TOP_DOWN)
                .isEmpty();
        if (usesPages && InstalledBrowser.isThere()) {
            browser(context);
        }
        return portal.serving();
    }

    private static Portal start(ExtensionContext context) {
        String config = AnnotationSupport.findAnnotation(context.getRequiredTestClass(), PortalTest.class)
                .map(PortalTest::config)
                .orElse("");
        return Portal.start(
                new UnpackedPortal(Path.of(required("callboard.home", "the unpacked portal"))),
                config,
                Path.of(required("callboard.plugin", "the plugin's jar")));
    }

    private static PortalBrowser browser(ExtensionContext context) {
        return classContext(context)
                .getStore(NAMESPACE)
                .computeIfAbsent(PortalBrowser.class, type -> new PortalBrowser(), PortalBrowser.class);
    }

    /** In a class of its own, as Playwright may not be there. */
    private static Object page(ExtensionContext context) {
        Portal portal = portal(context);
        PortalBrowser browser = browser(context);
        return context.getStore(NAMESPACE)
                .computeIfAbsent(PortalBrowser.Window.class, type -> browser.open(portal), PortalBrowser.Window.class)
                .page();
    }

    private static ExtensionContext classContext(ExtensionContext context) {
        ExtensionContext parent = context;
        while (parent.getTestMethod().isPresent()) {
            parent = parent.getParent().orElseThrow();
        }
        return parent;
    }

    private static String required(String property, String what) {
        String value = System.getProperty(property, "");
        if (value.isEmpty()) {
            throw new IllegalStateException("A @PortalTest needs " + what + ": set the system property " + property
                    + ". The plugin parent does so for integration tests, whose names end with IT: mvn verify.");
        }
        return value;
    }
}
