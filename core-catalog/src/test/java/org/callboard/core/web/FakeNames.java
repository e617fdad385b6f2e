package org.callboard.core.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Names that stand for what a test says; each answer in turn, the last one again and again. */
final class FakeNames implements NameResolver {

    private final Map<String, List<List<InetAddress>>> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    FakeNames name(String host, String... addresses) throws UnknownHostException {
        List<InetAddress> answer = new ArrayList<>();
        for (String address : addresses) {
            answer.add(InetAddress.getByName(address));
        }
        answers.computeIfAbsent(host, name -> new CopyOnWriteArrayList<>()).add(answer);
        return this;
    }

    List<String> asked() {
        return asked;
    }

    @Override
    public List<InetAddress> resolve(String host) throws UnknownHostException {
        asked.add(host);
        List<List<InetAddress>> found = answers.get(host);
        if (found == null) {
            throw new UnknownHostException(host);
        }
        return found.size() > 1 ? found.remove(0) : found.get(0);
    }
}
