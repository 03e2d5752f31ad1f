/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SylStoreError:
 * @SYL_STORE_ERROR_FAILED: anything not named below
 * @SYL_STORE_ERROR_BUSY: another program holds the database and did not let go in time
 * @SYL_STORE_ERROR_FULL: the disk is full
 * @SYL_STORE_ERROR_CORRUPT: the file is damaged, or is no database of ours
 * @SYL_STORE_ERROR_READONLY: the file or its folder can't be written
 * @SYL_STORE_ERROR_CONSTRAINT: the edit breaks a rule of the schema
 * @SYL_STORE_ERROR_TOO_NEW: written by a newer version of Syllabus
 * @SYL_STORE_ERROR_NOT_FOUND: there is no such row
 * @SYL_STORE_ERROR_CLOSED: the store is not open
 *
 * Codes of %SYL_STORE_ERROR. Messages are for logs; windows choose their words by the code.
 */
typedef enum
{
  SYL_STORE_ERROR_FAILED,
  SYL_STORE_ERROR_BUSY,
  SYL_STORE_ERROR_FULL,
  SYL_STORE_ERROR_CORRUPT,
  SYL_STORE_ERROR_READONLY,
  SYL_STORE_ERROR_CONSTRAINT,
  SYL_STORE_ERROR_TOO_NEW,
  SYL_STORE_ERROR_NOT_FOUND,
  SYL_STORE_ERROR_CLOSED,
} SylStoreError;

#define SYL_STORE_ERROR (syl_store_error_quark ())

GQuark syl_store_error_quark (void);

G_END_DECLS
