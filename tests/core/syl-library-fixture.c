/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-library-fixture.h"

#include "syl-test-plan.h"

void
syl_library_fixture_set_up (SylLibraryFixture *self,
                            gconstpointer      data)
{
  g_autofree char *list = syl_test_make_list ("https://example.org/list", "2025-01-01", 2, 3);
  g_autofree char *file = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  g_date_clear (&self->today, 1);
  g_date_set_dmy (&self->today, (GDateDay) g_date_time_get_day_of_month (now),
                  (GDateMonth) g_date_time_get_month (now), (GDateYear) g_date_time_get_year (now));
  self->folder = syl_test_make_folder ();
  self->lists = g_build_filename (self->folder, "lists", NULL);
  file = syl_test_write_file (self->lists, "a.json", list);
  self->library = syl_test_open_library (self->folder, self->lists);
}

void
syl_library_fixture_tear_down (SylLibraryFixture *self,
                               gconstpointer      data)
{
  syl_test_close_library (self->library);
  syl_test_remove_folder (self->folder);
  g_free (self->lists);
  g_free (self->folder);
}

void
syl_library_fixture_run (SylLibraryFixture *self,
                         SylStoreFunc       func,
                         gpointer           data)
{
  SylStore *store = syl_library_get_store (self->library);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *answer = NULL;

  syl_store_write_async (store, func, data, NULL, NULL, NULL, syl_test_ready_cb, &answer);
  result = syl_test_wait (&answer);
  syl_store_finish (store, result, &error);
  g_assert_no_error (error);
}

SylYear *
syl_library_fixture_load_year (SylLibraryFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  SylYear *year;

  ROUND (syl_library_load_year_async (fixture->library, NULL, READY), syl_library_load_year_finish, year);
  g_assert_no_error (error);
  return year;
}

void
syl_library_fixture_assert_year (SylLibraryFixture *self,
                                 const char        *expected)
{
  g_autoptr (SylYear) year = syl_library_fixture_load_year (self);
  g_autofree char *string = syl_test_plan_to_string (syl_year_get_plan (year));

  g_assert_cmpstr (string, ==, expected);
}
