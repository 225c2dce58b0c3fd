package org.mdmhub.quality.rule;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.NullValue;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mdmhub.record.Field;
import org.mdmhub.record.MasterRecord;

/**
 * The Common Expression Language, cut down to one record: every field is a variable of its own name, and there is
 * nothing else to reach. The language has no loops of its own and always ends; what could still grow is taken away:
 * texts and lists are not joined, lists are looked through two deep at most and for a bounded number of steps, and a
 * pattern is a constant of bounded size.
 */
final class Expressions {

    static final int MAX_LENGTH = 1000;
    static final Object NOTHING = NullValue.NULL_VALUE;

    private static final String TODAY = "today";
    private static final int MAX_STEPS = 1000;
    private static final int MAX_DEPTH = 32;
    private static final int MAX_NESTED = 2;
    private static final CelOptions LIMITS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .maxExpressionCodePointSize(MAX_LENGTH)
            .maxParseRecursionDepth(MAX_DEPTH)
            .comprehensionMaxIterations(MAX_STEPS)
            .maxRegexProgramSize(Patterns.MAX_SIZE)
            .build();
    private static final CelStandardDeclarations WORDS = CelStandardDeclarations.newBuilder()
            .filterFunctions((function, overload) ->
                    !overload.celOverloadDecl().overloadId().matches("add_(string|bytes|list)"))
            .build();
    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(LIMITS).build();

    private Expressions() {}

    static Expression compile(String text, List<Field<MasterRecord>> fields) throws Wrong {
        CelCompilerBuilder compiler = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(LIMITS)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(WORDS)
                .setStandardMacros(
                        CelStandardMacro.HAS,
                        CelStandardMacro.ALL,
                        CelStandardMacro.EXISTS,
                        CelStandardMacro.EXISTS_ONE)
                .addVar(Subject.ORG_UNIT, SimpleType.STRING)
                .addVar(TODAY, SimpleType.STRING)
                .setResultType(SimpleType.BOOL);
        fields.forEach(field -> compiler.addVar(field.key(), type(field)));
        try {
            CelAbstractSyntaxTree tree = compiler.build().compile(text).getAst();
            Set<String> names = names(CelNavigableAst.fromAst(tree));
            Map<String, Field<MasterRecord>> reads = new LinkedHashMap<>();
            fields.stream()
                    .filter(field -> names.contains(field.key()))
                    .forEach(field -> reads.put(field.key(), field));
            names.retainAll(Set.of(Subject.ORG_UNIT, TODAY));
            return new Expression(RUNTIME.createProgram(tree), reads, names);
        } catch (CelValidationException | CelEvaluationException e) {
            throw new Wrong(firstLine(e));
        }
    }

    private static Set<String> names(CelNavigableAst tree) throws Wrong {
        Set<String> names = new LinkedHashSet<>();
        for (CelNavigableExpr node : tree.getRoot().allNodes().toList()) {
            if (node.getKind() == Kind.IDENT) {
                names.add(node.expr().ident().name());
            } else if (node.getKind() == Kind.COMPREHENSION && nesting(node) > MAX_NESTED) {
                throw new Wrong("lists are looked through " + MAX_NESTED + " deep at most");
            } else if (node.getKind() == Kind.CALL
                    && node.expr().call().function().equals("matches")) {
                constantPattern(node);
            }
        }
        return names;
    }

    private static void constantPattern(CelNavigableExpr node) throws Wrong {
        var arguments = node.expr().call().args();
        var pattern = arguments.get(arguments.size() - 1);
        if (pattern.exprKind().getKind() != Kind.CONSTANT) {
            throw new Wrong("matches takes a constant pattern");
        }
        Patterns.compile(pattern.constant().stringValue());
    }

    private static int nesting(CelNavigableExpr node) {
        int depth = 1;
        for (var above = node.parent(); above.isPresent(); above = above.get().parent()) {
            depth += above.get().getKind() == Kind.COMPREHENSION ? 1 : 0;
        }
        return depth;
    }

    private static CelType type(Field<MasterRecord> field) {
        return switch (field.kind()) {
            case NUMBER, INTEGER -> NullableType.create(SimpleType.DOUBLE);
            case FLAG -> NullableType.create(SimpleType.BOOL);
            case LIST -> ListType.create(MapType.create(SimpleType.STRING, SimpleType.DYN));
            default -> SimpleType.STRING;
        };
    }

    /** A value as an expression sees it: a text that is missing is empty, a number or yes-or-no is null. */
    static Object given(Field<MasterRecord> field, @Nullable Object value) {
        return switch (field.kind()) {
            case NUMBER, INTEGER -> value instanceof BigDecimal number ? number.doubleValue() : NOTHING;
            case FLAG -> value == null ? NOTHING : value;
            case LIST ->
                value instanceof List<?> items
                        ? items.stream().map(Expressions::item).toList()
                        : List.of();
            default -> value == null ? "" : value;
        };
    }

    private static Object item(@Nullable Object item) {
        Map<Object, Object> given = new LinkedHashMap<>();
        if (item instanceof Map<?, ?> entries) {
            entries.forEach((key, value) ->
                    given.put(String.valueOf(key), value instanceof BigDecimal number ? number.doubleValue() : value));
        }
        return given;
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst("^ERROR: <input>:1:(\\d+): ", "$1: ");
    }
}
