package org.callboard.core.endpoint;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.security.RequiresPermission;
import org.callboard.core.session.Permissions;
import org.jspecify.annotations.Nullable;

/** Denies every resource method that names no permission, and callers that lack the one it names. */
final class PermissionFilter implements ContainerRequestFilter {

    @Context
    private @Nullable ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        RequiresPermission required = required();
        if (required == null) {
            throw new PortalException(
                    ProblemKind.NOT_ALLOWED,
                    "This resource names no permission, so nobody may use it.",
                    "Its author adds @RequiresPermission to the resource class or method.");
        }
        Caller caller = (Caller) request.getSecurityContext().getUserPrincipal();
        Permissions.require(caller, required.value());
    }

    private @Nullable RequiresPermission required() {
        ResourceInfo info = resource;
        if (info == null || info.getResourceMethod() == null) {
            return null;
        }
        RequiresPermission method = info.getResourceMethod().getAnnotation(RequiresPermission.class);
        return method != null ? method : info.getResourceClass().getAnnotation(RequiresPermission.class);
    }
}
