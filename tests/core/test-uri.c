/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "text/syl-uri.h"

static void
test_web (void)
{
  static const char *const good[] = {
    "https://arxiv.org/abs/2005.14165",
    "http://example.org",
    "HTTPS://EXAMPLE.ORG/a?b=c#d",
    "https://example.org:8443/",
    "http://127.0.0.1:8080/page",
    "http://[::1]:8080/",
    "https://xn--mller-kva.example/",
    "https://müller.example/straße",
  };

  for (unsigned int i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_test_message ("%s", good[i]);
      g_assert_true (syl_uri_is_web (good[i]));
    }
}

static void
test_not_web (void)
{
  static const char *const bad[] = {
    "",
    "example.org",
    "//example.org/",
    "https://",
    "https:///path",
    "https:example.org",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "data:text/html,hello",
    "ftp://example.org/",
    "https://user@example.org/",
    "https://user:secret@example.org/",
    "https://@example.org/",
    "https://good.example\\@bad.example/",
    "https://example.org/a b",
    "https://example.org/a\nb",
    "https://example.org/\x7f",
    "https://example.org/\xe2\x80\xae" "fdp.exe",
    "https://example.org/\xff",
    "https://exa<mple.org/",
    " https://example.org/",
    "https://example.org:99999/",
  };

  g_assert_false (syl_uri_is_web (NULL));
  for (unsigned int i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *shown = g_strescape (bad[i], NULL);

      g_test_message ("%s", shown);
      g_assert_false (syl_uri_is_web (bad[i]));
      g_assert_null (syl_uri_canonicalize (bad[i]));
    }
}

static void
test_length (void)
{
  g_autofree char *path = g_strnfill (SYL_URI_MAX_BYTES - strlen ("https://example.org/"), 'a');
  g_autofree char *longest = g_strconcat ("https://example.org/", path, NULL);
  g_autofree char *too_long = g_strconcat (longest, "a", NULL);

  g_assert_true (syl_uri_is_web (longest));
  g_assert_false (syl_uri_is_web (too_long));
}

static const char *const canonical[][2] = {
  { "https://example.org", "https://example.org/" },
  { "https://example.org/", "https://example.org/" },
  { "http://Example.ORG:80/Path/", "https://example.org/Path" },
  { "https://example.org:443/a//", "https://example.org/a" },
  { "https://example.org:8443/a", "https://example.org:8443/a" },
  { "https://example.org./a", "https://example.org/a" },
  { "http://[::1]:8080/a", "https://[::1]:8080/a" },
  { "https://example.org/a#part", "https://example.org/a" },
  { "https://example.org/a?", "https://example.org/a" },
  { "https://example.org/a?b=1&utm_source=x&c=2", "https://example.org/a?b=1&c=2" },
  { "https://example.org/a?utm_source=x&utm_medium=y", "https://example.org/a" },
  { "https://example.org/a?fbclid=1&gclid=2&id=3", "https://example.org/a?id=3" },
  { "https://example.org/a?utmost=1", "https://example.org/a?utmost=1" },
  { "https://example.org/%7euser/%e2%82%ac", "https://example.org/~user/%E2%82%AC" },
  { "https://example.org/€", "https://example.org/%E2%82%AC" },
  { "https://example.org/a%2Fb", "https://example.org/a%2Fb" },
  { "https://müller.example/", "https://xn--mller-kva.example/" },
  { "https://arxiv.org/abs/2005.14165", "https://arxiv.org/abs/2005.14165" },
  { "http://www.arxiv.org/abs/2005.14165v4", "https://arxiv.org/abs/2005.14165" },
  { "https://arxiv.org/pdf/2005.14165", "https://arxiv.org/abs/2005.14165" },
  { "https://arxiv.org/pdf/2005.14165v1.pdf", "https://arxiv.org/abs/2005.14165" },
  { "https://arxiv.org/html/2410.00037v2/", "https://arxiv.org/abs/2410.00037" },
  { "https://export.arxiv.org/abs/hep-th/9901001v3", "https://arxiv.org/abs/hep-th/9901001" },
  { "https://arxiv.org/abs/math.GT/0309136", "https://arxiv.org/abs/math.GT/0309136" },
  { "https://arxiv.org/list/cs.CL/recent", "https://arxiv.org/list/cs.CL/recent" },
  { "https://arxiv.org/abs/2005.14165extra", "https://arxiv.org/abs/2005.14165extra" },
  { "https://notarxiv.org/pdf/2005.14165v1", "https://notarxiv.org/pdf/2005.14165v1" },
};

static void
test_canonical (void)
{
  for (unsigned int i = 0; i < G_N_ELEMENTS (canonical); i++)
    {
      g_autofree char *once = syl_uri_canonicalize (canonical[i][0]);
      g_autofree char *twice = syl_uri_canonicalize (once);

      g_test_message ("%s", canonical[i][0]);
      g_assert_cmpstr (once, ==, canonical[i][1]);
      g_assert_cmpstr (twice, ==, once);
    }
}

static const char *const domains[][2] = {
  { "https://www.example.org/a", "example.org" },
  { "https://blog.example.org:8443/", "blog.example.org" },
  { "https://www.org/", "www.org" },
  { "https://WWW.Example.Org/", "example.org" },
  { "https://xn--mller-kva.example/", "müller.example" },
  { "https://müller.example/", "müller.example" },
  { "https://日本語.example/", "日本語.example" },
  /* The first letter is Cyrillic. */
  { "https://аpple.example/", "xn--pple-43d.example" },
  { "javascript:alert(1)", "" },
};

static void
test_domain (void)
{
  for (unsigned int i = 0; i < G_N_ELEMENTS (domains); i++)
    {
      g_autofree char *domain = syl_uri_dup_domain (domains[i][0]);

      g_test_message ("%s", domains[i][0]);
      g_assert_cmpstr (domain, ==, domains[i][1]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/uri/web", test_web);
  g_test_add_func ("/uri/not-web", test_not_web);
  g_test_add_func ("/uri/length", test_length);
  g_test_add_func ("/uri/canonical", test_canonical);
  g_test_add_func ("/uri/domain", test_domain);

  return g_test_run ();
}
