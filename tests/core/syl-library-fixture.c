/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-library-fixture.h"

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
