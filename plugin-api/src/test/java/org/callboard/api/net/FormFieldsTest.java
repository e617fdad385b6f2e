package org.callboard.api.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URI;
import org.junit.jupiter.api.Test;

class FormFieldsTest {

    @Test
    void standInOrderAndEachOnce() {
        FormFields fields = FormFields.NONE.with("a", "1&2").with("b", "x y").with("a", "ü=");
        assertEquals("a=%C3%BC%3D&b=x+y", fields.encoded());
        assertEquals("", FormFields.NONE.encoded());
    }

    @Test
    void goBehindTheQueryOfAnAddress() {
        FormFields fields = FormFields.NONE.with("b", "2");
        assertEquals(URI.create("https://a/?b=2"), fields.at(URI.create("https://a/")));
        assertEquals(URI.create("https://a/?a=1&b=2"), fields.at(URI.create("https://a/?a=1")));
    }

    @Test
    void areSentAsAFormAndNotPrinted() {
        FormFields fields = FormFields.NONE.with("client_secret", "s3cret");
        WebRequest request = WebRequest.post(URI.create("https://a/")).form(fields);
        assertEquals(
                new WebRequest.Body.Text("client_secret=s3cret", "application/x-www-form-urlencoded"), request.body());
        assertFalse(fields.toString().contains("s3cret"));
    }
}
