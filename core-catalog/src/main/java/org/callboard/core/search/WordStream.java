package org.callboard.core.search;

import java.util.Iterator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** The words of a text, as the index takes them. */
final class WordStream extends TokenStream {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final Iterator<TextWord> words;

    WordStream(String text) {
        this.words = TextWord.of(text).iterator();
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (!words.hasNext()) {
            return false;
        }
        term.setEmpty().append(words.next().word());
        return true;
    }
}
