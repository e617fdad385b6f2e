package org.callboard.core.session;

import org.callboard.api.signin.SignedIn;

/**
 * Why somebody has a session: who said who they are.
 *
 * @param plugin whose provider was asked
 * @param choice by which of its choices
 */
public record Proof(String plugin, String choice, SignedIn signedIn) {}
