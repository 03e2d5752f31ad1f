/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "store/syl-statement.h"

G_BEGIN_DECLS

struct _SylStatement
{
  sqlite3_stmt *handle; /* owned */
  GThread *thread;      /* unowned; the connection's */
  char *sql;            /* owned; key of the cache */
  int bind_result;
  gboolean cached;
  gboolean borrowed;
};

SylStatement *_syl_statement_new  (sqlite3      *handle,
                                   const char   *sql,
                                   gboolean      cached,
                                   GError      **error);
void          _syl_statement_free (SylStatement *self);

void          _syl_sqlite_set_error (sqlite3     *handle,
                                     int          result,
                                     const char  *sql,
                                     GError     **error);

G_END_DECLS
