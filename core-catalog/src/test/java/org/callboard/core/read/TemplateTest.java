package org.callboard.core.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.callboard.api.problem.Problem;
import org.callboard.core.read.ParsedDocument.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: 1\nname: {{ values.name }}\n",
                "a: 1\nname: {{ values.name | dump }}\nb: 2\n",
                "metadata:\n  {%- if values.description %}\n  description: x\n  {%- endif %}\n",
                "a: 1\n{{- if .Values.x }}\nb: 2\n{{- else }}\nb: 3\n{{- end }}\n",
                "a: {% if x %}\"y\"{% else %}\"z\"{% endif %}\n",
                "{% for x in xs %}\n- name: x\n  {{ x }}: y\n{% endfor %}\n",
                "{{ values.all }}\n",
                "a: \"{{ x | default(\"y\") }}\"\n"
            })
    void tellsThatADocumentIsATemplateOfOne(String text) {
        Problem problem = Reading.problem(text);
        assertEquals("template-file", problem.code(), problem::toString);
        assertEquals(Problem.Level.INFO, problem.level());
    }

    @Test
    void namesTheExpressionOnTheLineThatCantBeRead() {
        Problem problem = Reading.problem("a: '{{ fine }}'\nkind: Component\nname: \"${{ x | default(\"y\") }}\"\n");
        assertEquals("a.yaml:3:8", problem.position().toString());
        assertTrue(problem.reason().contains("'${{ x | default(\"y\") }}'"), problem::reason);
        assertTrue(problem.fix().contains("narrower pattern"), problem::fix);
    }

    @Test
    void leavesDescriptorsThatOnlyHoldExpressionsAlone() {
        assertInstanceOf(Parsed.class, Reading.only(Reading.parse("kind: Template\nname: ${{ parameters.name }}\n")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind: Template\nname: ${{ x }}\n\tb: 1\n",
                "a: ${{ x }}\nb: 'never closed\n",
                "kind: Template\na: |\n  {% raw %}\n  x\n  {% endraw %}\nb: c: d\n",
                "a: ${{ x }}\na: 2\n",
                "a: !Sub '${{ x }}'\n",
                "a: {b: {c: 1}\n"
            })
    void takesAMistakeThatNoExpressionCausesForAMistake(String text) {
        Problem problem = Reading.problem(text);
        assertEquals(Problem.Level.ERROR, problem.level(), problem::toString);
    }

    @Test
    void knowsTemplatesOfJson() {
        assertEquals(
                "template-file",
                Reading.jsonProblem("{\"a\": {{ x }}, \"b\": 1}").code());
        assertEquals(
                "json-syntax",
                Reading.jsonProblem("{\"a\": \"{{ x }}\", \"b\": }").code());
    }
}
