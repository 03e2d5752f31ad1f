/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *syl_highlight_dup_link (const char *uri,
                              const char *quote,
                              const char *selectors);

G_END_DECLS
