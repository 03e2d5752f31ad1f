/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SylListError:
 * @SYL_LIST_ERROR_TOO_LARGE: more than can be taken in
 * @SYL_LIST_ERROR_INVALID: the file is damaged, or no JSON
 * @SYL_LIST_ERROR_NOT_A_LIST: well-formed, but something else than a reading list
 * @SYL_LIST_ERROR_TOO_NEW: a list for a newer version of Syllabus
 *
 * Codes of %SYL_LIST_ERROR. Messages are one translated sentence each, fit to be shown.
 */
typedef enum
{
  SYL_LIST_ERROR_TOO_LARGE,
  SYL_LIST_ERROR_INVALID,
  SYL_LIST_ERROR_NOT_A_LIST,
  SYL_LIST_ERROR_TOO_NEW,
} SylListError;

#define SYL_LIST_ERROR (syl_list_error_quark ())

GQuark syl_list_error_quark (void);

G_END_DECLS
