/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/syl-library-private.h"

#include "call/syl-local-time.h"
#include "tables/plan/syl-plan-table.h"

/* Before an edit of what weeks are judged by: those that are over are written down, in its transaction. */
gboolean
_syl_library_close_weeks (SylConnection  *connection,
                          GError        **error)
{
  GDate today;

  syl_local_time_get_today (&today);
  return syl_plan_table_close_all (connection, &today, error);
}

/* After lists came: their year begins. */
gboolean
_syl_library_begin_lists (SylConnection  *connection,
                          GError        **error)
{
  GDate today;

  syl_local_time_get_today (&today);
  return syl_plan_table_begin_new (connection, &today, error);
}

static gpointer
close_weeks (SylConnection  *connection,
             gpointer        user_data,
             GError        **error)
{
  _syl_library_close_weeks (connection, error);
  return NULL;
}

static void
closed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  syl_store_finish (SYL_STORE (object), result, &error);
  if (error != NULL)
    g_info ("Weeks that are over are written down another time: %s", error->message);
}

static gpointer
find_open (SylConnection  *connection,
           gpointer        user_data,
           GError        **error)
{
  gboolean closed = TRUE;
  GDate today;

  syl_local_time_get_today (&today);
  syl_plan_table_is_closed (connection, &today, &closed, error);
  return GINT_TO_POINTER (!closed);
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  if (syl_store_finish (SYL_STORE (object), result, NULL) != NULL)
    syl_store_write_async (SYL_STORE (object), close_weeks, NULL, NULL, NULL, NULL, closed_cb, NULL);
}

/* When the library is opened. Looks first, so that a library that nobody writes to is not locked by it. */
void
_syl_library_close_weeks_later (SylLibrary *self)
{
  if (!syl_store_is_read_only (self->store))
    syl_store_read_async (self->store, find_open, NULL, NULL, NULL, NULL, found_cb, NULL);
}
