/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/syl-week.h"
#include "recall/syl-recall.h"
#include "syl-library-fixture.h"
#include "syl-test-plan.h"
#include "tables/plan/syl-recall-table.h"

typedef SylLibraryFixture Fixture;

typedef struct
{
  const char *sql;
  GDate today;
  gint64 value;
  SylReview *review;
} Job;

static gpointer
query (SylConnection  *connection,
       gpointer        data,
       GError        **error)
{
  Job *job = data;

  syl_connection_query_int64 (connection, job->sql, &job->value, error);
  return NULL;
}

static gpointer
execute (SylConnection  *connection,
         gpointer        data,
         GError        **error)
{
  syl_connection_execute (connection, ((Job *) data)->sql, error);
  return NULL;
}

static gint64
count (Fixture    *fixture,
       const char *sql)
{
  Job job = { .sql = sql };

  syl_library_fixture_run (fixture, query, &job);
  return job.value;
}

static char *
add_card (Fixture    *fixture,
          const char *question)
{
  g_autoptr (SylPick) pick = syl_test_find_pick (fixture->library, "p1-2");
  g_autoptr (GError) error = NULL;
  char *uuid;

  ROUND (syl_library_add_card_async (fixture->library, pick, NULL, question, "An answer", READY),
         syl_library_add_card_finish, uuid);
  g_assert_no_error (error);
  return uuid;
}

static GPtrArray *
load_review (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SylReview) review = NULL;

  ROUND (syl_library_load_review_async (fixture->library, READY), syl_library_load_review_finish, review);
  g_assert_no_error (error);
  return g_ptr_array_ref (review->cards);
}

static void
assert_review (Fixture *fixture,
               guint    n_cards)
{
  g_autoptr (GPtrArray) cards = load_review (fixture);

  g_assert_cmpuint (cards->len, ==, n_cards);
}

static void
rate (Fixture       *fixture,
      const char    *uuid,
      SylFsrsRating  rating)
{
  g_autoptr (GError) error = NULL;
  gboolean done;

  ROUND (syl_library_rate_card_async (fixture->library, uuid, rating, READY), syl_library_rate_card_finish, done);
  g_assert_no_error (error);
  g_assert_true (done);
}

static void
test_review (Fixture       *fixture,
             gconstpointer  data)
{
  Job due = { .sql = "UPDATE recall SET due = date('now', '-30 days')" };
  Job before = { .sql = "UPDATE review SET day = date('now', '-10 days')" };
  g_autofree char *uuid = add_card (fixture, "What is it?");
  g_autoptr (GPtrArray) cards = NULL;
  const SylCard *card;

  assert_review (fixture, 0);
  for (int i = 0; i < 7; i++)
    g_free (add_card (fixture, "And that?"));
  syl_library_fixture_run (fixture, execute, &due);
  assert_review (fixture, 5);
  rate (fixture, uuid, SYL_FSRS_GOOD);
  assert_review (fixture, 4);
  syl_library_fixture_run (fixture, execute, &before);
  assert_review (fixture, 5);

  cards = load_review (fixture);
  card = g_ptr_array_index (cards, 0);
  g_assert_cmpstr (card->question, ==, "And that?");
  g_assert_cmpstr (card->pick_slug, ==, "p1-2");
  g_assert_false (g_date_valid (&card->last));
  g_assert_cmpint (count (fixture, "SELECT stability > 2.3 AND stability < 2.4 AND julianday(due) - julianday(last) = 2 "
                                   "FROM recall WHERE stability > 0"), ==, 1);
}

static void
test_cards (Fixture       *fixture,
            gconstpointer  data)
{
  Job due = { .sql = "UPDATE recall SET due = date('now', '-30 days')" };
  g_autofree char *uuid = add_card (fixture, "What is it?");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cards = NULL;
  gboolean done;

  syl_library_fixture_run (fixture, execute, &due);
  ROUND (syl_library_set_card_async (fixture->library, uuid, "Why?", "So.", READY), syl_library_set_card_finish, done);
  g_assert_true (done);
  cards = load_review (fixture);
  g_assert_cmpstr (((SylCard *) g_ptr_array_index (cards, 0))->question, ==, "Why?");
  ROUND (syl_library_delete_card_async (fixture->library, uuid, TRUE, READY), syl_library_delete_card_finish, done);
  assert_review (fixture, 0);
  ROUND (syl_library_rate_card_async (fixture->library, uuid, SYL_FSRS_EASY, READY), syl_library_rate_card_finish, done);
  g_assert_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  ROUND (syl_library_delete_card_async (fixture->library, uuid, FALSE, READY), syl_library_delete_card_finish, done);
  assert_review (fixture, 1);
  ROUND (syl_library_rate_card_async (fixture->library, uuid, 7, READY), syl_library_rate_card_finish, done);
  g_assert_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_CONSTRAINT);
}

/* A card outlives the highlight it was made of, which has no more than one. */
static void
test_cards_of_highlights (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (SylPick) pick = syl_test_find_pick (fixture->library, "p1-2");
  Job mark = { .sql = "INSERT INTO highlight (uuid, source_id, uri, quote, selectors, created, modified) "
                      "VALUES ('mark', 1, 'https://example.org', 'q', '[]', '', '')" };
  Job purge = { .sql = "DELETE FROM highlight" };
  g_autoptr (GError) error = NULL;
  g_autofree char *uuid = NULL;
  char *second;

  syl_library_fixture_run (fixture, execute, &mark);
  ROUND (syl_library_add_card_async (fixture->library, pick, "mark", "Why?", "So.", READY), syl_library_add_card_finish, uuid);
  g_assert_no_error (error);
  ROUND (syl_library_add_card_async (fixture->library, pick, "mark", "Why?", "So.", READY), syl_library_add_card_finish,
         second);
  g_assert_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_CONSTRAINT);
  g_assert_null (second);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM recall WHERE highlight_id IS NOT NULL"), ==, 1);
  syl_library_fixture_run (fixture, execute, &purge);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM recall WHERE highlight_id IS NULL"), ==, 1);
}

static gpointer
read_review (SylConnection  *connection,
             gpointer        data,
             GError        **error)
{
  Job *job = data;

  job->review = syl_recall_table_read_review (connection, &job->today, error);
  return NULL;
}

/* The numbers of the cards that are asked on a day, and when the next one is. */
static void
assert_day (Fixture    *fixture,
            const char *day,
            const char *expected)
{
  Job job = { .today = syl_test_date (day) };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (SylReview) review = NULL;
  char next[16] = "never";

  syl_library_fixture_run (fixture, read_review, &job);
  review = job.review;
  for (guint i = 0; i < review->cards->len; i++)
    {
      const SylCard *card = g_ptr_array_index (review->cards, i);

      g_assert_cmpint (g_date_compare (&card->due, &job.today), <=, 0);
      g_string_append_printf (text, "%s ", card->uuid);
    }
  if (g_date_valid (&review->next))
    g_date_strftime (next, sizeof next, "%Y-%m-%d", &review->next);
  g_string_append_printf (text, "%u %s", review->n_done, next);
  g_assert_cmpstr (text->str, ==, expected);
}

#define CARDS "INSERT INTO recall (uuid, pick_id, question, answer, stability, difficulty, due, last, created, modified) VALUES "

/* 2026-11-23 is a Monday. */
static void
test_days (Fixture       *fixture,
           gconstpointer  data)
{
  Job cards = { .sql = CARDS "('a', 1, 'A?', 'A', 0, 0, '2026-11-23', NULL, '', ''), "
                             "('b', 1, 'B?', 'B', 2, 5, '2026-11-26', '2026-11-24', '', ''), "
                             "('c', 1, 'C?', 'C', 2, 5, '2026-11-26', '2026-11-20', '', ''), "
                             "('d', 1, 'D?', 'D', 2, 5, '2026-12-09', '2026-11-20', '', '')" };
  Job answered = { .sql = "INSERT INTO review (uuid, recall_id, day, rating, answered) "
                          "SELECT 'r', recall_id, '2026-11-24', 3, '' FROM recall WHERE uuid = 'b'" };
  Job many = { .sql = "INSERT INTO review (uuid, recall_id, day, rating, answered) "
                      "SELECT uuid, recall_id, '2026-11-24', 3, '' FROM recall" };
  Job more = { .sql = CARDS "('e', 1, 'E?', 'E', 2, 5, '2026-12-09', '2026-11-24', '', '')" };

  assert_day (fixture, "2026-11-24", "0 never");
  syl_library_fixture_run (fixture, execute, &cards);
  syl_library_fixture_run (fixture, execute, &answered);
  assert_day (fixture, "2026-11-23", "a 1 2026-11-26");
  assert_day (fixture, "2026-11-24", "a 1 2026-11-26");
  assert_day (fixture, "2026-11-26", "a b c 1 2026-12-09");
  assert_day (fixture, "2026-12-01", "a b c 0 2026-12-09");
  syl_library_fixture_run (fixture, execute, &more);
  syl_library_fixture_run (fixture, execute, &many);
  assert_day (fixture, "2026-11-24", "5 2026-11-30");
  assert_day (fixture, "2026-12-07", "a b c 0 2026-12-09");
  assert_day (fixture, "2026-12-09", "a b c d e 0 never");
}

static void
assert_intervals (SylFsrsMemory       memory,
                  const char         *last,
                  const unsigned int *expected)
{
  GDate today = syl_test_date ("2026-11-24"), asked;

  g_date_clear (&asked, 1);
  if (last != NULL)
    asked = syl_test_date (last);
  for (unsigned int rating = SYL_FSRS_AGAIN; rating <= SYL_FSRS_EASY; rating++)
    {
      SylFsrsMemory next;
      GDate due;

      syl_recall_rate (&memory, &asked, rating, &today, &next, &due);
      g_assert_cmpint (g_date_days_between (&today, &due), ==, expected[rating - 1]);
      g_assert_cmpfloat (next.stability, >, 0);
    }
}

static void
test_intervals (void)
{
  assert_intervals ((SylFsrsMemory){ 0, 0 }, NULL, (const unsigned int[]){ 1, 1, 2, 8 });
  assert_intervals ((SylFsrsMemory){ 5, 5 }, "2026-11-24", (const unsigned int[]){ 2, 5, 5, 8 });
  assert_intervals ((SylFsrsMemory){ 5, 5 }, "2026-11-30", (const unsigned int[]){ 2, 5, 5, 8 });
}

static void
test_taken_back (Fixture       *fixture,
                 gconstpointer  data)
{
  Job due = { .sql = "UPDATE recall SET due = '2026-01-02'" };
  g_autofree char *uuid = add_card (fixture, "What is it?");
  g_autoptr (GPtrArray) cards = NULL;
  g_autoptr (GPtrArray) later = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  syl_library_fixture_run (fixture, execute, &due);
  cards = load_review (fixture);
  ROUND (syl_library_unrate_card_async (fixture->library, g_ptr_array_index (cards, 0), READY),
         syl_library_unrate_card_finish, done);
  g_assert_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  rate (fixture, uuid, SYL_FSRS_GOOD);
  later = load_review (fixture);
  g_assert_cmpuint (later->len, ==, 0);
  ROUND (syl_library_unrate_card_async (fixture->library, g_ptr_array_index (cards, 0), READY),
         syl_library_unrate_card_finish, done);
  g_assert_true (done);
  assert_review (fixture, 1);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM recall WHERE due = '2026-01-02' AND last IS NULL AND stability = 0"),
                   ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM review"), ==, 0);
}

static void
test_all_cards (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GPtrArray) cards = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *first = add_card (fixture, "What is it?");
  g_autofree char *second = add_card (fixture, "And that?");
  g_autofree char *third = add_card (fixture, "Gone?");
  gboolean done;

  ROUND (syl_library_delete_card_async (fixture->library, third, TRUE, READY), syl_library_delete_card_finish, done);
  g_assert_true (done);
  ROUND (syl_library_load_cards_async (fixture->library, READY), syl_library_load_cards_finish, cards);
  g_assert_no_error (error);
  g_assert_cmpuint (cards->len, ==, 2);
  g_assert_cmpstr (((SylCard *) g_ptr_array_index (cards, 0))->uuid, ==, first);
  g_assert_cmpstr (((SylCard *) g_ptr_array_index (cards, 1))->question, ==, "And that?");
  g_assert_cmpint (g_date_days_between (&fixture->today, &((SylCard *) g_ptr_array_index (cards, 1))->due), ==, 7);
}

static unsigned int
get_n_questions (Fixture *fixture)
{
  unsigned int n_questions;

  g_object_get (fixture->library, "n-questions", &n_questions, NULL);
  return n_questions;
}

static gboolean
has_one_question (gpointer data)
{
  return get_n_questions (data) == 1;
}

static gboolean
has_none (gpointer data)
{
  return get_n_questions (data) == 0;
}

static gboolean
has_card_of_mark (gpointer data)
{
  return syl_library_has_card_of (((Fixture *) data)->library, "mark");
}

static gboolean
has_no_card_of_mark (gpointer data)
{
  return !has_card_of_mark (data);
}

/* What the library knows at any time follows what is stored. */
static void
test_followed (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (SylPick) pick = syl_test_find_pick (fixture->library, "p1-2");
  Job mark = { .sql = "INSERT INTO highlight (uuid, source_id, uri, quote, selectors, created, modified) "
                      "VALUES ('mark', 1, 'https://example.org', 'q', '[]', '', '')" };
  Job due = { .sql = "UPDATE recall SET due = '2026-01-02'" };
  g_autoptr (GError) error = NULL;
  g_autofree char *uuid = NULL;
  g_autofree char *second = NULL;
  gboolean done;

  syl_library_fixture_run (fixture, execute, &mark);
  g_assert_false (syl_library_has_card_of (fixture->library, "mark"));
  ROUND (syl_library_add_card_async (fixture->library, pick, "mark", "Why?", "So.", READY), syl_library_add_card_finish, uuid);
  syl_test_wait_until (has_card_of_mark, fixture);
  g_assert_cmpuint (get_n_questions (fixture), ==, 0);

  syl_library_fixture_run (fixture, execute, &due);
  syl_library_refresh_questions (fixture->library);
  syl_test_wait_until (has_one_question, fixture);
  rate (fixture, uuid, SYL_FSRS_EASY);
  syl_test_wait_until (has_none, fixture);
  ROUND (syl_library_delete_card_async (fixture->library, uuid, TRUE, READY), syl_library_delete_card_finish, done);
  g_assert_true (done);
  syl_test_wait_until (has_no_card_of_mark, fixture);

  ROUND (syl_library_add_card_async (fixture->library, pick, "mark", "Why?", "So.", READY), syl_library_add_card_finish,
         second);
  g_assert_no_error (error);
  g_assert_cmpstr (second, !=, uuid);
  syl_test_wait_until (has_card_of_mark, fixture);
}

#define add(path, func) g_test_add (path, Fixture, NULL, syl_library_fixture_set_up, func, syl_library_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/review/this-week", test_review);
  add ("/review/days", test_days);
  g_test_add_func ("/review/intervals", test_intervals);
  add ("/review/taken-back", test_taken_back);
  add ("/review/followed", test_followed);
  add ("/review/cards", test_cards);
  add ("/review/cards-of-highlights", test_cards_of_highlights);
  add ("/review/all-cards", test_all_cards);

  return g_test_run ();
}
