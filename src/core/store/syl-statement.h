/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SylStatement:
 *
 * A prepared statement, borrowed from its connection: g_autoptr() gives it back, reset and with
 * its bindings cleared. Parameters count from 1 and columns from 0, as in SQLite.
 */
typedef struct _SylStatement SylStatement;

/**
 * SylStep:
 * @SYL_STEP_ROW: a row can be read
 * @SYL_STEP_DONE: there are no more rows
 * @SYL_STEP_ERROR: it failed, and the error is set
 *
 * Outcome of syl_statement_step().
 */
typedef enum
{
  SYL_STEP_ROW,
  SYL_STEP_DONE,
  SYL_STEP_ERROR,
} SylStep;

void        syl_statement_bind_int64   (SylStatement  *self,
                                        int            index,
                                        gint64         value);
void        syl_statement_bind_double  (SylStatement  *self,
                                        int            index,
                                        double         value);
void        syl_statement_bind_text    (SylStatement  *self,
                                        int            index,
                                        const char    *value);
SylStep     syl_statement_step         (SylStatement  *self,
                                        GError       **error);
gboolean    syl_statement_run          (SylStatement  *self,
                                        GError       **error);
void        syl_statement_rewind       (SylStatement  *self);
gint64      syl_statement_column_int64 (SylStatement  *self,
                                        int            column);
unsigned int syl_statement_column_uint (SylStatement  *self,
                                        int            column);
double      syl_statement_column_double (SylStatement *self,
                                        int            column);
const char *syl_statement_column_text  (SylStatement  *self,
                                        int            column);
char       *syl_statement_dup_text     (SylStatement  *self,
                                        int            column);
GDateTime  *syl_statement_dup_time     (SylStatement  *self,
                                        int            column);
void        syl_statement_release      (SylStatement  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylStatement, syl_statement_release)

G_END_DECLS
