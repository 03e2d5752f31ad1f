/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "syl-page-types.h"

G_BEGIN_DECLS

gboolean        syl_web_failure_is_local  (const char           *uri);
SylPageFailure *syl_web_failure_from_error (const char          *uri,
                                            const GError        *error,
                                            gboolean             network_available);
SylPageFailure *syl_web_failure_from_tls   (const char          *uri,
                                            GTlsCertificateFlags flags);

G_END_DECLS
