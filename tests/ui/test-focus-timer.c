/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "passes/syl-focus-timer.h"

/* A timer whose clock is turned by hand, and what it gave to be stored. */
typedef struct
{
  gint64 time;      /* in seconds */
  gint64 real_time;
  GObject *subject; /* owned */
  GObject *other;   /* owned */
  SylFocusTimer *timer;
  unsigned int n_sessions;
  unsigned int seconds; /* of all sessions */
  GObject *last_subject; /* unowned: of the last session */
  unsigned int last_pass;
  gint64 last_started;
} Fixture;

static gint64
get_time (gpointer data)
{
  return ((Fixture *) data)->time * G_USEC_PER_SEC;
}

static gint64
get_real_time (gpointer data)
{
  return ((Fixture *) data)->real_time * G_USEC_PER_SEC;
}

static void
session_cb (Fixture      *self,
            GObject      *subject,
            unsigned int  pass,
            GDateTime    *started,
            unsigned int  seconds)
{
  self->n_sessions++;
  self->seconds += seconds;
  self->last_subject = subject;
  self->last_pass = pass;
  self->last_started = g_date_time_to_unix (started);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  SylFocusClock clock = { get_time, get_real_time, self };

  self->time = 1000;
  self->real_time = 1700000000;
  self->subject = g_object_new (G_TYPE_OBJECT, NULL);
  self->other = g_object_new (G_TYPE_OBJECT, NULL);
  self->timer = syl_focus_timer_new (&clock);
  g_signal_connect_swapped (self->timer, "session", G_CALLBACK (session_cb), self);
  syl_focus_timer_set_active (self->timer, TRUE);
  syl_focus_timer_read (self->timer, self->subject, 0);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_object (&self->timer);
  g_clear_object (&self->subject);
  g_clear_object (&self->other);
}

static void
pass_time (Fixture *self,
           gint64   seconds)
{
  self->time += seconds;
  self->real_time += seconds;
  syl_focus_timer_update (self->timer);
}

/* A sign of the reader now and then, at the end of each @step. */
static void
read_for (Fixture *self,
          gint64   seconds,
          gint64   step)
{
  for (gint64 i = 0; i < seconds; i += step)
    {
      pass_time (self, step);
      syl_focus_timer_note_input (self->timer);
    }
}

static void
assert_stored (Fixture      *self,
               unsigned int  n_sessions,
               unsigned int  seconds)
{
  g_assert_cmpuint (self->n_sessions, ==, n_sessions);
  g_assert_cmpuint (self->seconds, ==, seconds);
}

static void
test_active (Fixture       *self,
             gconstpointer  data)
{
  read_for (self, 90, 30);
  assert_stored (self, 0, 0);
  g_assert_cmpuint (syl_focus_timer_get_seconds (self->timer), ==, 90);
  syl_focus_timer_set_active (self->timer, FALSE);
  assert_stored (self, 1, 90);
  g_assert_true (self->last_subject == self->subject);
  g_assert_cmpint (self->last_started, ==, 1700000000);
  g_assert_false (syl_focus_timer_get_counting (self->timer));
  read_for (self, 600, 30);
  assert_stored (self, 1, 90);

  syl_focus_timer_set_active (self->timer, TRUE);
  pass_time (self, 20);
  syl_focus_timer_set_active (self->timer, FALSE);
  assert_stored (self, 2, 110);
  g_assert_cmpint (self->last_started, ==, 1700000690);
}

static void
test_idle (Fixture       *self,
           gconstpointer  data)
{
  pass_time (self, 30);
  syl_focus_timer_note_input (self->timer);
  self->time += 3600;
  self->real_time += 3600;
  g_assert_cmpuint (syl_focus_timer_get_seconds (self->timer), ==, 150);
  syl_focus_timer_update (self->timer);
  assert_stored (self, 1, 150);
  g_assert_false (syl_focus_timer_get_counting (self->timer));

  syl_focus_timer_note_input (self->timer);
  g_assert_true (syl_focus_timer_get_counting (self->timer));
  pass_time (self, 15);
  syl_focus_timer_set_active (self->timer, FALSE);
  assert_stored (self, 2, 165);
  g_assert_cmpint (self->last_started, ==, 1700000000 + 30 + 3600);
}

/* Nobody looked at the clock before the next sign came. */
static void
test_idle_until_input (Fixture       *self,
                       gconstpointer  data)
{
  self->time += 3600;
  self->real_time += 3600;
  syl_focus_timer_note_input (self->timer);
  assert_stored (self, 1, 120);
}

static void
test_paused (Fixture       *self,
             gconstpointer  data)
{
  pass_time (self, 40);
  syl_focus_timer_set_paused (self->timer, TRUE);
  assert_stored (self, 1, 40);
  read_for (self, 300, 10);
  assert_stored (self, 1, 40);
  g_assert_true (syl_focus_timer_get_paused (self->timer));
  syl_focus_timer_set_paused (self->timer, FALSE);
  pass_time (self, 25);
  syl_focus_timer_set_paused (self->timer, TRUE);
  assert_stored (self, 2, 65);

  syl_focus_timer_read (self->timer, self->other, 0);
  g_assert_false (syl_focus_timer_get_paused (self->timer));
  g_assert_true (syl_focus_timer_get_counting (self->timer));
}

static void
test_another (Fixture       *self,
              gconstpointer  data)
{
  pass_time (self, 60);
  syl_focus_timer_read (self->timer, self->subject, 2);
  assert_stored (self, 1, 60);
  g_assert_cmpuint (self->last_pass, ==, 0);
  pass_time (self, 30);
  syl_focus_timer_read (self->timer, self->other, 1);
  assert_stored (self, 2, 90);
  g_assert_cmpuint (self->last_pass, ==, 2);
  g_assert_true (self->last_subject == self->subject);
  pass_time (self, 20);
  syl_focus_timer_read (self->timer, NULL, 0);
  assert_stored (self, 3, 110);
  g_assert_true (self->last_subject == self->other);
  g_assert_false (syl_focus_timer_get_counting (self->timer));
}

/* What is too short isn't stored, and adds up only where it belongs together. */
static void
test_short (Fixture       *self,
            gconstpointer  data)
{
  pass_time (self, 6);
  syl_focus_timer_read (self->timer, self->other, 0);
  pass_time (self, 9);
  syl_focus_timer_set_active (self->timer, FALSE);
  assert_stored (self, 0, 0);
  pass_time (self, 30);
  syl_focus_timer_set_active (self->timer, TRUE);
  pass_time (self, 9);
  syl_focus_timer_set_active (self->timer, FALSE);
  assert_stored (self, 1, 18);

  syl_focus_timer_set_active (self->timer, TRUE);
  pass_time (self, 9);
  syl_focus_timer_set_active (self->timer, FALSE);
  pass_time (self, 8 * 3600);
  syl_focus_timer_set_active (self->timer, TRUE);
  pass_time (self, 9);
  syl_focus_timer_set_active (self->timer, FALSE);
  assert_stored (self, 1, 18);
}

static void
test_pieces (Fixture       *self,
             gconstpointer  data)
{
  read_for (self, 299, 1);
  assert_stored (self, 0, 0);
  read_for (self, 1, 1);
  assert_stored (self, 1, 300);
  g_assert_true (syl_focus_timer_get_counting (self->timer));
  read_for (self, 3300, 60);
  assert_stored (self, 12, 3600);
  g_assert_cmpuint (syl_focus_timer_get_seconds (self->timer), ==, 0);
}

/* The clock on the wall goes on while the computer sleeps, the other one does not. */
static void
test_suspended (Fixture       *self,
                gconstpointer  data)
{
  pass_time (self, 50);
  self->real_time += 8 * 3600;
  pass_time (self, 5);
  assert_stored (self, 1, 55);
  g_assert_cmpint (self->last_started, ==, 1700000000);
  g_assert_false (syl_focus_timer_get_counting (self->timer));
  syl_focus_timer_note_input (self->timer);
  pass_time (self, 20);
  syl_focus_timer_set_active (self->timer, FALSE);
  assert_stored (self, 2, 75);
  g_assert_cmpint (self->last_started, ==, 1700000000 + 55 + 8 * 3600);
}

static void
test_clock_set_back (Fixture       *self,
                     gconstpointer  data)
{
  pass_time (self, 50);
  self->real_time -= 3600;
  syl_focus_timer_note_input (self->timer);
  pass_time (self, 50);
  syl_focus_timer_set_active (self->timer, FALSE);
  assert_stored (self, 2, 100);
  g_assert_cmpint (self->last_started, ==, 1700000000 + 50 - 3600);
}

/* Nothing is stored from then on, and nothing is made up for when it is turned on again. */
static void
test_disabled (Fixture       *self,
               gconstpointer  data)
{
  read_for (self, 90, 30);
  g_object_set (self->timer, "enabled", FALSE, NULL);
  g_assert_false (syl_focus_timer_get_counting (self->timer));
  g_assert_cmpuint (syl_focus_timer_get_seconds (self->timer), ==, 0);
  read_for (self, 600, 30);
  syl_focus_timer_set_active (self->timer, FALSE);
  syl_focus_timer_set_active (self->timer, TRUE);
  syl_focus_timer_read (self->timer, self->other, 1);
  read_for (self, 600, 30);
  assert_stored (self, 0, 0);
  g_assert_cmpuint (syl_focus_timer_get_seconds (self->timer), ==, 0);

  g_object_set (self->timer, "enabled", TRUE, NULL);
  g_assert_true (syl_focus_timer_get_counting (self->timer));
  read_for (self, 40, 20);
  syl_focus_timer_set_active (self->timer, FALSE);
  assert_stored (self, 1, 40);
  g_assert_true (self->last_subject == self->other);
  g_assert_cmpint (self->last_started, ==, 1700000000 + 1290);
}

/* What comes after it counts as ever. */
static void
test_dropped (Fixture       *self,
              gconstpointer  data)
{
  read_for (self, 240, 30);
  syl_focus_timer_drop (self->timer);
  g_assert_true (syl_focus_timer_get_counting (self->timer));
  g_assert_cmpuint (syl_focus_timer_get_seconds (self->timer), ==, 0);
  read_for (self, 90, 30);
  assert_stored (self, 0, 0);
  syl_focus_timer_set_active (self->timer, FALSE);
  assert_stored (self, 1, 90);
  g_assert_cmpint (self->last_started, ==, 1700000000 + 240);
}

int
main (int   argc,
      char *argv[])
{
  const struct
  {
    const char *path;
    void (*test) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "/focus-timer/active", test_active },
    { "/focus-timer/idle", test_idle },
    { "/focus-timer/idle-until-input", test_idle_until_input },
    { "/focus-timer/paused", test_paused },
    { "/focus-timer/another", test_another },
    { "/focus-timer/short", test_short },
    { "/focus-timer/pieces", test_pieces },
    { "/focus-timer/suspended", test_suspended },
    { "/focus-timer/clock-set-back", test_clock_set_back },
    { "/focus-timer/disabled", test_disabled },
    { "/focus-timer/dropped", test_dropped },
  };

  g_test_init (&argc, &argv, NULL);
  for (size_t i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
