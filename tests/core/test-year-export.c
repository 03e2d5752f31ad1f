/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>

#include "syl-library-fixture.h"

typedef SylLibraryFixture Fixture;

static JsonObject *
export_year (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  GAsyncResult *answer_ = NULL;

  syl_library_export_year_async (fixture->library, READY);
  result = syl_test_wait (&answer_);
  text = syl_library_export_year_finish (fixture->library, result, &error);
  g_assert_no_error (error);
  root = json_from_string (text, &error);
  g_assert_no_error (error);
  return json_object_ref (json_node_get_object (root));
}

static void
read_a_pick (Fixture *fixture,
             SylPick *pick)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GDateTime) started = g_date_time_new_utc (2026, 3, 16, 9, 30, 0);
  GAsyncResult *answer_ = NULL;

  syl_library_set_state_async (fixture->library, pick, SYL_PICK_STATE_READ, READY);
  result = syl_test_wait (&answer_);
  g_assert_true (syl_library_set_state_finish (fixture->library, result, NULL));
  g_clear_object (&result);
  answer_ = NULL;
  syl_library_add_session_async (fixture->library, pick, 2, started, 1500, READY);
  result = syl_test_wait (&answer_);
  g_assert_true (syl_library_add_session_finish (fixture->library, result, NULL));
  g_clear_object (&result);
  answer_ = NULL;
  syl_library_set_pass_async (fixture->library, pick, 2, SYL_PASS_STATE_FINISHED, READY);
  result = syl_test_wait (&answer_);
  g_assert_true (syl_library_set_pass_finish (fixture->library, result, NULL));
  g_clear_object (&result);
  answer_ = NULL;
  syl_library_set_answer_async (fixture->library, pick, SYL_QUESTION_COST, "“Much”", READY);
  result = syl_test_wait (&answer_);
  g_assert_true (syl_library_set_answer_finish (fixture->library, result, NULL));
}

static char *
add_card (Fixture *fixture,
          SylPick *pick)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *answer_ = NULL;
  char *uuid;

  syl_library_add_card_async (fixture->library, pick, NULL, "What is it?", "An answer", READY);
  result = syl_test_wait (&answer_);
  uuid = syl_library_add_card_finish (fixture->library, result, &error);
  g_assert_no_error (error);
  return uuid;
}

static void
rate_card (Fixture    *fixture,
           const char *uuid)
{
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *answer_ = NULL;

  syl_library_rate_card_async (fixture->library, uuid, SYL_FSRS_GOOD, READY);
  result = syl_test_wait (&answer_);
  g_assert_true (syl_library_rate_card_finish (fixture->library, result, NULL));
}

static JsonObject *
get_only (JsonObject *object,
          const char *name)
{
  JsonArray *array = json_object_get_array_member (object, name);

  g_assert_nonnull (array);
  g_assert_cmpuint (json_array_get_length (array), ==, 1);
  return json_array_get_object_element (array, 0);
}

static unsigned int
count (JsonObject *object,
       const char *name)
{
  return json_array_get_length (json_object_get_array_member (object, name));
}

#define assert_text(object, name, expected) \
  g_assert_cmpstr (json_object_get_string_member (object, name), ==, expected)

static void
test_nothing_done_yet (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (JsonObject) year = export_year (fixture);
  JsonObject *plan = json_object_get_object_member (year, "plan");

  g_assert_cmpint (json_object_get_int_member (year, "format"), ==, 1);
  assert_text (year, "list", "https://example.org/list");
  g_assert_cmpuint (count (plan, "weeks"), ==, 6);
  g_assert_cmpuint (count (plan, "order"), ==, 0);
  g_assert_cmpuint (count (year, "picks"), ==, 8); /* extras, too */
  g_assert_cmpuint (count (year, "sessions"), ==, 0);
  g_assert_cmpuint (count (year, "cards"), ==, 0);
}

static void
test_all_of_it (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (SylPick) pick = syl_test_find_pick (fixture->library, "p1-1");
  g_autofree char *uuid = add_card (fixture, pick);
  g_autoptr (JsonObject) year = NULL;
  JsonObject *week, *session, *card;

  read_a_pick (fixture, pick);
  rate_card (fixture, uuid);
  year = export_year (fixture);

  week = json_array_get_object_element (
      json_object_get_array_member (json_object_get_object_member (year, "plan"), "weeks"), 0);
  assert_text (week, "pick", "p1-1");
  assert_text (week, "state", "read");
  assert_text (json_array_get_object_element (json_object_get_array_member (year, "picks"), 0), "state", "read");
  session = get_only (year, "sessions");
  assert_text (session, "pick", "p1-1");
  g_assert_true (g_str_has_prefix (json_object_get_string_member (session, "started"), "2026-03-16T09:30:00"));
  g_assert_cmpint (json_object_get_int_member (session, "seconds"), ==, 1500);
  g_assert_cmpint (json_object_get_int_member (session, "pass"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (get_only (year, "passes"), "number"), ==, 2);
  assert_text (get_only (year, "answers"), "question", syl_question_to_string (SYL_QUESTION_COST));
  assert_text (get_only (year, "answers"), "text", "“Much”");
  card = get_only (year, "cards");
  assert_text (card, "id", uuid);
  assert_text (card, "question", "What is it?");
  g_assert_cmpfloat (json_object_get_double_member (card, "stability"), >, 2.3);
  g_assert_cmpint (json_object_get_int_member (get_only (card, "reviews"), "rating"), ==, SYL_FSRS_GOOD);
}

#define add(path, func) g_test_add (path, Fixture, NULL, syl_library_fixture_set_up, func, syl_library_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/year-export/nothing-done-yet", test_nothing_done_yet);
  add ("/year-export/all-of-it", test_all_of_it);

  return g_test_run ();
}
