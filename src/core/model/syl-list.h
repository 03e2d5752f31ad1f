/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SylList:
 *
 * A reading list that the library holds. Main thread.
 *
 * Properties (readable, fixed): `id` (int64), `uri` (string: the list's own id), `title`,
 * `description` (string, "" if none).
 */
#define SYL_TYPE_LIST (syl_list_get_type ())
G_DECLARE_FINAL_TYPE (SylList, syl_list, SYL, LIST, GObject)

gint64      syl_list_get_id          (SylList *self);
const char *syl_list_get_uri         (SylList *self);
const char *syl_list_get_title       (SylList *self);
const char *syl_list_get_description (SylList *self);

G_END_DECLS
